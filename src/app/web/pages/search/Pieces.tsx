export type PieceView = { readonly text: string; readonly hit: boolean }

/** A text with what was asked marked. */
export const Pieces = ({ pieces }: { pieces: readonly PieceView[] }) => <>{pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>
