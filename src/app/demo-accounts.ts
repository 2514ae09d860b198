/** Accounts of the demonstration, offered on its sign-in page. The server refuses them off loopback. */
export const DEMO_PASSWORD = 'demostración-2026'
export const demoAccounts = [
  { commune: '09109', email: 'cmanriquez@loncoche.example', name: 'Carolina Manríquez', office: 'Directora de SECPLA', password: DEMO_PASSWORD },
  { commune: '09109', email: 'mriffo@loncoche.example', name: 'Marta Riffo', office: 'Profesional de SECPLA', password: DEMO_PASSWORD },
] as const
