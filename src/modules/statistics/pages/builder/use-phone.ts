import { useEffect, useState } from 'react'

const NARROW = '(max-width: 760px)'
/** Is the window as narrow as a telephone? Then the pickers open as a sheet from below. */
export const usePhone = (): boolean => {
  const [phone, look] = useState(() => window.matchMedia(NARROW).matches)
  useEffect(() => {
    const media = window.matchMedia(NARROW)
    const update = (): void => look(media.matches)
    media.addEventListener('change', update)
    return () => media.removeEventListener('change', update)
  }, [])
  return phone
}
