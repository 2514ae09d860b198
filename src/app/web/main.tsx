import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../design/styles/index.css'
import { startAppearance } from '#design'
import { App } from './App.tsx'

startAppearance()
const root = document.getElementById('root')
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>)
