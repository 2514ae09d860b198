import { defineModule } from '#platform/actions'
import { nameConstraints } from '#platform/database'
import { nameReaders } from '#evidence'
import { discardDraft, restoreDraft, saveDraft, startDraft } from './drafts/draft-actions.ts'
import { reviewDraft } from './drafts/review-draft.ts'
import { loadFile, previewFile } from './drafts/load-file.ts'
import { setWeights, setZoneFigure } from './figures/set-figures.ts'
import { INFLUENCE, ZONE_SET } from './hrefs.ts'
import { computeInfluence, influenceFile, listInfluences, saveInfluence } from './influence/influence-actions.ts'
import { territoryRecords } from './records.ts'
import { changeSet, createSet } from './sets/save-set.ts'
import { listSets, showBackground, showDraft, showSet } from './sets/set-queries.ts'
import { adoptVersion } from './versions/adopt-version.ts'
import { restoreVersion, withdrawVersion } from './versions/withdraw-version.ts'

nameConstraints({ zone_sets_pk: 'el conjunto de zonas', zone_sets_title: 'el nombre del conjunto de zonas', zone_drafts_pk: 'el borrador de las zonas', zone_drafts_open: 'el borrador en curso de ese conjunto', zone_versions_pk: 'la versión de las zonas', zone_versions_number: 'el número de la versión', zones_pk: 'la zona', zones_code: 'el código de la zona', zone_withdrawals_pk: 'el retiro de la versión', zone_weights_pk: 'el reparto censal', zone_figures_pk: 'la cifra de la unidad', influences_pk: 'el área de influencia' })
nameReaders({ [ZONE_SET]: 'territory.read', [INFLUENCE]: 'territory.read' })

/** Zones of the commune and areas of influence. */
export const territory = defineModule({
  key: 'territory', title: 'Territorio', uses: ['evidence', 'registry'],
  actions: [createSet, changeSet, startDraft, saveDraft, discardDraft, restoreDraft, reviewDraft, previewFile, loadFile, adoptVersion, withdrawVersion, restoreVersion, setWeights, setZoneFigure, computeInfluence, saveInfluence, influenceFile],
  queries: [listSets, showSet, showDraft, showBackground, listInfluences], records: territoryRecords,
  permissions: { 'territory.read': 'Ver las zonas de la comuna y las áreas de influencia', 'territory.edit': 'Cargar y dibujar zonas, declarar sus cifras y guardar áreas de influencia', 'territory.adopt': 'Adoptar y deshacer versiones de las zonas' },
})
