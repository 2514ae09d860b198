import { type ReportState, stateText } from '../contract.ts'
import { wrongState } from '../problems.ts'
import type { ReportRow } from '../drafts/report.store.ts'

/** Throws `informes/estado-no-permite` unless the report is in one of the states. `does` completes «Para … el informe debe estar». */
export const needState = (report: ReportRow, states: readonly ReportState[], does: string): void => {
  if (!states.includes(report.state)) throw wrongState({ does, state: stateText[report.state], needs: states.map((state) => stateText[state]).join(' o ') })
}
