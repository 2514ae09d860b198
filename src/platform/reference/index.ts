export { type Commune, loadCommunes, loadMunicipalities } from './load-communes.ts'
