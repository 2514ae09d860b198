import { MergeVersions, type NarrativeBlock } from '#design'
import type { Conflict } from './save-state.ts'

/** Two people wrote the same section: the piece of the design decides paragraph by paragraph. */
export const SectionConflict = ({ conflict, title, mine, onSettle }: { conflict: Conflict; title: string; mine: readonly NarrativeBlock[]; onSettle: (blocks: readonly NarrativeBlock[], version: number) => void }) => (
  <MergeVersions title={title} detail={conflict.detail} base={conflict.base} mine={mine} theirs={conflict.theirs} onSettle={(blocks) => onSettle(blocks, conflict.theirVersion)} />
)
