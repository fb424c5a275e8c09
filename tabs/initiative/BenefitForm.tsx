/** What a benefit is, who is answerable and how it is measured; its amounts are in the grid. */
import { type Benefit, benefits } from '#src/lists/businessCase.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { useSession } from '../context.ts'
import { RowForm } from './RowForm.tsx'

const fields = ['title', 'kind', 'owner', 'unit', 'year', 'measure'] as const

export function BenefitForm({
  row,
  rowKey,
  initiative,
  close,
}: {
  row: Benefit | undefined
  rowKey: string
  initiative: Initiative
  close: () => void
}) {
  const { session } = useSession()
  return (
    <RowForm
      list={benefits}
      fields={fields}
      row={row}
      send={(values, base) =>
        session.acting.act('saveRow', {
          initiative: initiative.key,
          list: 'benefits',
          row: rowKey,
          values,
          base,
        })
      }
      close={close}
    />
  )
}
