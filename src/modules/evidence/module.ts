import { defineModule } from '#platform/actions'
import { attachDocument } from './files/attach-document.ts'
import { confirmLaw } from './law/confirm-law.ts'
import { fileFacts, listEntries, recordDocuments, recordHistory, searchRecords, verifyLedger } from './queries.ts'

export const evidence = defineModule({
  key: 'evidence',
  title: 'Respaldos y bitácora',
  uses: [],
  actions: [attachDocument, confirmLaw],
  queries: [recordHistory, recordDocuments, listEntries, verifyLedger, fileFacts, searchRecords],
  permissions: {
    'evidence.audit': 'Leer la bitácora y comprobar su cadena',
    'evidence.attach': 'Adjuntar documentos a los registros',
    'evidence.confirm-law': 'Confirmar o actualizar valores de la norma',
  },
})
