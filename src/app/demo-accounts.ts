/** Accounts of the demonstration, offered on its sign-in page. The server refuses them off loopback. */
export const DEMO_PASSWORD = 'demostración-2026'
const account = (commune: string, email: string, name: string, office: string) => ({ commune, email, name, office, password: DEMO_PASSWORD })
export const demoAccounts = [
  account('09109', 'carolina.manriquez@loncoche.demo', 'Carolina Manríquez', 'Directora de SECPLA'),
  account('09109', 'marta.riffo@loncoche.demo', 'Marta Riffo', 'Jefa de Planificación Económica'),
  account('09109', 'pedro.antilef@loncoche.demo', 'Pedro Antilef', 'Profesional de SECPLA'),
  account('09109', 'tomas.venegas@loncoche.demo', 'Tomás Venegas', 'Director de Finanzas'),
  account('09109', 'claudia.huenchulaf@loncoche.demo', 'Claudia Huenchulaf', 'Inspectora de Obras'),
  account('09109', 'beatriz.lagos@loncoche.demo', 'Beatriz Lagos', 'Secretaria Municipal'),
  account('09109', 'ivan.quezada@loncoche.demo', 'Iván Quezada', 'Director de Control'),
  account('09109', 'ines.cayuqueo@loncoche.demo', 'Inés Cayuqueo', 'Alcaldesa'),
  account('09109', 'ruth.saez@loncoche.demo', 'Ruth Sáez', 'Concejala'),
  account('09109', 'felipe.arriaza@loncoche.demo', 'Felipe Arriaza', 'Administración del sistema'),
  account('12401', 'elena.mansilla@natales.demo', 'Elena Mansilla (Natales)', 'Directora de SECPLAN de otra comuna'),
] as const
