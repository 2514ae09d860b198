import { defineModule } from '#platform/actions'
import { attachDocument } from './files/attach-document.ts'
import { fileFacts } from './files/file.query.ts'
import { readAgain } from './files/read-again.ts'
import { readTextsJob } from './files/read-texts.job.ts'
import { confirmLaw } from './law/confirm-law.ts'
import { listEntries, recordDocuments, recordHistory, verifyLedger } from './queries.ts'
import { searchRecords } from './search/search.query.ts'

export const evidence = defineModule({
  key: 'evidence',
  title: 'Respaldos y bitácora',
  uses: [],
  actions: [attachDocument, confirmLaw, readAgain],
  queries: [recordHistory, recordDocuments, listEntries, verifyLedger, fileFacts, searchRecords],
  jobs: [readTextsJob],
  permissions: {
    'evidence.audit': 'Leer la bitácora y comprobar su cadena',
    'evidence.attach': 'Adjuntar documentos a los registros',
    'evidence.confirm-law': 'Confirmar o actualizar valores de la norma',
  },
})
