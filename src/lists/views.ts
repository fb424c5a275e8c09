/** Saved views of the portfolio: a person's own, and those shared with everyone. */
import { note, person, text, yesNo } from './columns.ts'
import { defineList, type ItemOf } from './list.ts'

export const views = defineList(
  'Views',
  'Sparade vyer',
  {
    title: text('Namn', { required: true }),
    owner: person('Ägare', { required: true, indexed: true }),
    shared: yesNo('Delad', { indexed: true }),
    /** Path and query of the page: `/portfolio?stage=screening`. */
    address: note('Adress', { required: true }),
  },
  { load: 'route' },
)
export type View = ItemOf<typeof views>
