import type { ReactElement } from 'react'
import { Focusable } from 'react-aria-components/Focusable'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

/** A short gloss on something that already has its name. The child must take the focus (button or link). */
export const Tooltip = ({ text, children }: { text: string; children: ReactElement<React.DOMAttributes<Element>, string> }) => (
  <TooltipTrigger delay={400}>
    <Focusable>{children}</Focusable>
    <AriaTooltip className="tooltip" offset={6}>{text}</AriaTooltip>
  </TooltipTrigger>
)
