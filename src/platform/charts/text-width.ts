/**
 * Advance widths of Archivo (OFL-1.1, static cuts in assets/fonts) in thousandths of an em, read from its hmtx table:
 * U+0020–U+007E, U+00A0–U+00FF, then «–—‘’“”…−€≥≤·». A chart is laid out without a browser, so it measures text here.
 */
const REGULAR = widths('209 273 374 582 510 950 692 209 355 355 407 625 277 333 277 294 573 521 567 573 555 571 573 553 574 573 296 296 625 625 625 578 1005 682 698 728 734 677 612 796 736 267 559 662 536 847 736 788 665 788 727 673 606 731 648 924 680 655 635 296 294 296 625 485 187 545 567 519 567 548 280 556 563 225 223 514 225 860 563 570 567 567 332 510 297 562 504 723 513 504 498 353 245 353 625 209 273 567 569 569 562 245 568 280 752 385 550 625 333 752 300 400 625 346 346 187 567 565 333 209 346 379 550 845 845 845 578 682 682 682 682 682 682 1000 728 677 677 677 677 267 267 267 267 734 736 788 788 788 788 788 625 788 731 731 731 731 655 679 619 545 545 545 545 545 545 894 519 548 548 548 548 225 225 225 225 567 563 570 570 570 570 570 625 570 562 562 562 562 504 562 504 500 1000 239 239 394 394 844 625 581 625 625 333')
const SEMIBOLD = widths('200 292 444 583 541 966 729 246 357 357 407 636 300 333 300 298 575 576 576 576 577 575 576 576 576 575 336 336 636 636 636 613 998 709 706 721 728 672 609 794 732 282 585 695 570 844 732 782 670 782 717 667 619 724 671 954 686 677 634 339 298 339 636 507 209 556 592 547 592 561 307 591 584 252 250 543 252 861 584 598 592 592 362 541 314 583 529 758 546 529 509 394 245 394 636 200 292 577 580 580 572 245 579 313 764 397 571 636 333 764 305 400 636 357 357 209 587 590 333 232 357 391 571 855 855 855 613 709 709 709 709 709 709 999 721 672 672 672 672 282 282 282 282 728 732 782 782 782 782 782 636 782 724 724 724 724 677 690 625 556 556 556 556 556 556 895 547 561 561 561 561 252 252 252 252 614 584 598 598 598 598 598 636 598 583 583 583 583 529 592 529 500 1000 280 280 482 482 965 636 580 636 636 333')
const EXTRA = '–—‘’“”…−€≥≤·'
const AVERAGE = 600

function widths(list: string): readonly number[] {
  return list.split(' ').map(Number)
}

const position = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x20 && code < 0x7f) return code - 0x20
  if (code >= 0xa0 && code <= 0xff) return 95 + code - 0xa0
  const extra = EXTRA.indexOf(character)
  return extra < 0 ? -1 : 191 + extra
}

/** Width in pixels of a line of text at a size. Word and old browsers may fall back to Arial, 3 % wider: the margin is included. */
export const textWidth = (text: string, size: number, bold = false): number => {
  const table = bold ? SEMIBOLD : REGULAR
  let total = 0
  for (const character of text) total += table[position(character)] ?? AVERAGE
  return (total / 1000) * size * 1.03
}

/** Breaks a label into lines no wider than `width`; the last allowed line ends with «…» when text is left over. */
export const wrapText = (text: string, width: number, size: number, lines: number, bold = false): string[] => {
  const result: string[] = []
  let current = ''
  for (const word of text.split(/ +/)) {
    const candidate = current ? `${current} ${word}` : word
    if (!current || textWidth(candidate, size, bold) <= width) current = candidate
    else {
      result.push(current)
      current = word
    }
  }
  result.push(current)
  const kept = result.slice(0, lines)
  const last = kept.length - 1
  const cut = result.length > lines
  return kept.map((line, index) => shorten(cut && index === last ? `${line}…` : line, width, size, bold))
}

const shorten = (line: string, width: number, size: number, bold: boolean): string => {
  if (textWidth(line, size, bold) <= width) return line
  let text = line.replace(/…$/, '')
  while (text.length > 1 && textWidth(`${text}…`, size, bold) > width) text = text.slice(0, -1)
  return `${text.trimEnd()}…`
}
