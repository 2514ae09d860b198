/* Puts the chosen theme and density on the document before the first drawing. The bundle keeps them afterwards. */
try {
  const chosen = JSON.parse(localStorage.getItem('secplan.appearance') || '{}')
  if (['light', 'dark', 'contrast'].includes(chosen.theme)) document.documentElement.dataset.theme = chosen.theme
  if (['comfortable', 'compact'].includes(chosen.density)) document.documentElement.dataset.density = chosen.density
} catch {
  /* Storage may be closed; the usual appearance stands. */
}
