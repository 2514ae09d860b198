import { defineModule } from '#platform/actions'
import { ADOPTION, adoptFolder, adoptFolderJob, adoptionHref, discardAdoption, undoAdoption } from './adoption/adopt-folder.ts'
import { listAdoptions, showAdoption } from './adoption/adoption.queries.ts'
import { adoptionStates, adoptionStore } from './adoption/adoption.store.ts'
import { addToAdoption, startAdoption } from './adoption/prepare-adoption.ts'
import { attachDocument } from './files/attach-document.ts'
import { fileFacts } from './files/file.query.ts'
import { readAgain } from './files/read-again.ts'
import { readTextsJob } from './files/read-texts.job.ts'
import { confirmLaw } from './law/confirm-law.ts'
import { listEntries, recordDocuments, recordHistory, verifyLedger } from './queries.ts'
import { searchRecords } from './search/search.query.ts'
import { evidenceUndoings } from './undoings.ts'

export const evidence = defineModule({
  key: 'evidence',
  title: 'Respaldos y bitácora',
  uses: [],
  actions: [attachDocument, confirmLaw, readAgain, startAdoption, addToAdoption, adoptFolder, discardAdoption, undoAdoption],
  queries: [recordHistory, recordDocuments, listEntries, verifyLedger, fileFacts, searchRecords, listAdoptions, showAdoption],
  jobs: [readTextsJob, adoptFolderJob],
  undoings: evidenceUndoings,
  records: [{
    kind: ADOPTION, title: 'Carpeta adoptada', position: 0,
    summarise: async (ids, { tx }) => (await adoptionStore(tx).list()).filter(({ id }) => ids.includes(id)).map(({ id, name, state }) => ({ kind: ADOPTION, id, step: 'adoption', title: `Carpeta «${name}»`, href: adoptionHref(id), state: adoptionStates[state] })),
  }],
  permissions: {
    'evidence.audit': 'Leer la bitácora y comprobar su cadena',
    'evidence.attach': 'Adjuntar documentos a los registros',
    'evidence.confirm-law': 'Confirmar o actualizar valores de la norma',
  },
})
