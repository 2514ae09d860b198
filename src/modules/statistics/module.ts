import { defineModule, type MandateProvider } from '#platform/actions'
import { nameConstraints } from '#platform/database'
import { keepHolding, retireHolding } from './catalogue/keep-holding.ts'
import { searchCatalogue } from './catalogue/search-catalogue.query.ts'
import { openBuilder } from './builder/open-builder.query.ts'
import { listCodeLists, showCodeList } from './code-lists/list-queries.ts'
import { createCodeList, endCode, setCode } from './code-lists/save-list.ts'
import { listDatasets, showDataset } from './datasets/dataset-queries.ts'
import { deskActions, deskQueries } from './desk/desk-module.ts'
import { deskEvidence, deskRecords, deskWork } from './desk/desk-work.ts'
import { openRestricted } from './datasets/restricted-access.ts'
import { changeDataset, createDataset, retireDataset, shareDataset } from './datasets/save-dataset.ts'
import { restoreVersion, withdrawVersion } from './datasets/withdraw-version.ts'
import { adoptFigure, preferSource } from './official/adopt-figure.ts'
import { listOfficial } from './official/list-official.query.ts'
import { officialFigure } from './official/official.figure.ts'
import { addSource, changeConcept, createConcept, retireSource } from './official/save-concept.ts'
import { compactRegisterJob, postRegisterVersion, registerKind } from './registers/compact-register.ts'
import { createRegister, recordRegister, retireRegister } from './registers/register-actions.ts'
import { listRegisters, showRegister } from './registers/register-queries.ts'
import { indicatorBoard, showIndicator } from './indicators/indicator-queries.ts'
import { setTarget } from './indicators/set-target.ts'
import { findIndicators } from './questions/find-indicators.ts'
import { askQuestion } from './questions/question.query.ts'
import { cancelLoad, confirmLoad, lookFile, previewLoad, startLoad } from './loads/load-actions.ts'
import { lookFileJob, previewLoadJob, readFileJob } from './loads/load-jobs.ts'
import { loadManyJob } from './loads/load-many-job.ts'
import { listLoads, showLoad } from './loads/load-queries.ts'
import { saveRecipe } from './loads/save-recipe.ts'
import { undoLoad } from './loads/undo-load.ts'
import { recordKinds } from './record-kinds.ts'
import { changeSaved, restoreSaved, retireSaved, saveTable } from './saved/save-table.ts'
import { listSaved, showSaved } from './saved/saved-queries.ts'
import { statisticsEvidence, statisticsWork } from './work.ts'
import { statisticsUndoings } from './undoings.ts'

nameConstraints({
  datasets_pk: 'el conjunto de datos', datasets_code: 'el código del conjunto', dataset_versions_number: 'la versión del conjunto', loads_pk: 'la carga', code_lists_pk: 'la lista de códigos', codes_pk: 'el código',
  concepts_pk: 'el concepto', concepts_code: 'el código del concepto', concept_sources_pk: 'la fuente del concepto', holdings_pk: 'la ficha del catálogo', official_figures_pk: 'la cifra oficial', saved_tables_pk: 'el cuadro guardado', indicator_targets_pk: 'la meta del indicador',
})

/** What two providers of the module prove, together. */
const bothEvidence = (first: MandateProvider, second: MandateProvider): MandateProvider => ({
  facts: [...first.facts, ...second.facts],
  evidence: async (between, context) => {
    const [one, other] = [await first.evidence(between, context), await second.evidence(between, context)]
    return { acts: [...one.acts, ...other.acts], shares: [...(one.shares ?? []), ...(other.shares ?? [])] }
  },
})

/** The communal data store: data sets with their versions, code lists, official figures and the catalogue. */
export const statistics = defineModule({
  key: 'statistics', title: 'Almacén de datos comunal', uses: ['evidence', 'registry', 'calendar'],
  actions: [saveTable, changeSaved, retireSaved, restoreSaved, createDataset, changeDataset, shareDataset, retireDataset, openRestricted, withdrawVersion, restoreVersion, createCodeList, setCode, endCode, createConcept, changeConcept, addSource, retireSource, preferSource, adoptFigure, startLoad, lookFile, saveRecipe, previewLoad, cancelLoad, confirmLoad, undoLoad, keepHolding, retireHolding, setTarget, ...deskActions, createRegister, retireRegister, recordRegister, postRegisterVersion],
  queries: [listDatasets, showDataset, listCodeLists, showCodeList, listOfficial, showLoad, listLoads, searchCatalogue, openBuilder, listSaved, showSaved, indicatorBoard, showIndicator, askQuestion, ...deskQueries, listRegisters, showRegister],
  jobs: [readFileJob, lookFileJob, previewLoadJob, loadManyJob, compactRegisterJob],
  figures: [officialFigure],
  finders: [findIndicators],
  records: [...recordKinds, ...deskRecords, registerKind], work: async (context) => [...(await statisticsWork(context)), ...(await deskWork(context))],
  mandate: bothEvidence(statisticsEvidence, deskEvidence), undoings: statisticsUndoings,
  permissions: {
    'statistics.read': 'Ver los conjuntos de datos, las listas de códigos y las cifras oficiales',
    'statistics.load': 'Crear conjuntos de datos, cargar sus versiones y atender las solicitudes de datos',
    'statistics.manage': 'Cambiar conjuntos compartidos, retirar versiones y llevar las listas y conceptos',
    'statistics.adopt': 'Adoptar cifras oficiales con su acto',
    'statistics.restricted': 'Abrir conjuntos restringidos, dejando escrita la finalidad',
  },
})
