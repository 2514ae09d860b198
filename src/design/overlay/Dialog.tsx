import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { KeyPlace } from '../form/title-keys.ts'

/** What must be decided before going on. Esc closes it and loses nothing that was written. */
export const Dialog = ({ title, open, onClose, actions, wide = false, alert = false, children }: { title: string; open: boolean; onClose: () => void; actions?: ReactNode; wide?: boolean; alert?: boolean; children: ReactNode }) => (
  <ModalOverlay className="veil" isOpen={open} onOpenChange={(next) => { if (!next) onClose() }} isDismissable={!alert}>
    <Modal className={wide ? 'floating dialog wide' : 'floating dialog'}>
      <AriaDialog role={alert ? 'alertdialog' : 'dialog'}>
        <Heading slot="title" level={2}>{title}</Heading>
        <KeyPlace value={undefined}>{children}</KeyPlace>
        {actions && <div className="actions">{actions}</div>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
