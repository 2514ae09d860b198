const quoted = (text: string): string => JSON.stringify(text).replace(/</g, '\\3c ')

/** What the foot of each printed page says at its left: unit, both dates, fingerprint. «Página x de y» is always at the right. */
export const PrintFoot = ({ text }: { text: string }) => <style>{`@media print { @page { @bottom-left { content: ${quoted(text)}; font: 7pt sans-serif; color: #444; } } }`}</style>
