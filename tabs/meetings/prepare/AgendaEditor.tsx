/** The agenda as its preparer works with it: ordered by keys, buttons and pointer, each item changed where it stands. */
import { lazy, type RefObject, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { AgendaChanges } from '#src/rules/meetings/agendaChanges.ts'
import { startsOf } from '#src/rules/meetings/agendaTimes.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { type KeyRow, useKeys } from '../../ui/keys/keys.ts'
import { useAsk } from '../useAsk.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { AgendaRow, type RowControl } from './AgendaRow.tsx'
import { useOtherAgendas } from './useOtherAgendas.ts'
import { useDragRows } from './useDragRows.ts'
import { type Settle, useOrder } from './useOrder.ts'
import styles from './Prepare.module.css'

const ItemForm = lazy(() => import('./ItemForm.tsx').then((m) => ({ default: m.ItemForm })))

const keys: readonly KeyRow[] = [{ keys: ['Ctrl+Up', 'Ctrl+Down'], does: 'agenda.keyMove' }]

export function AgendaEditor({
  held,
  changes,
  settle,
}: {
  held: HeldMeeting
  /** Since it was sent; `undefined` when it never was. */
  changes: AgendaChanges | undefined
  /** Told how an order that is shown is saved at once. */
  settle: RefObject<Settle | null>
}) {
  const { t } = useWords()
  useKeys(keys)
  const { ask, refusals } = useAsk()
  const { meeting } = held
  const { shown, move } = useOrder(held.items, { meeting: meeting.key, ask, settle })
  const [editing, setEditing] = useState<string>()
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const focus = useFocusKept(list)
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
  const handle = useDragRows(rows, move)
  const starts = startsOf(shown, meeting.start)
  const othersWith = useOtherAgendas(meeting.key, held.items)

  const shift = (item: AgendaItem, by: -1 | 1, control: RowControl) => {
    const to = shown.indexOf(item) + by
    if (to < 0 || to >= shown.length) return
    // At an end there is no further that way: the button under the finger is gone.
    const isEnd = to === (by < 0 ? 0 : shown.length - 1) && control === (by < 0 ? 'up' : 'down')
    focus.keep(item.key, isEnd ? (by < 0 ? 'down' : 'up') : control)
    move(item.key, to)
    setSaid(t('agenda.movedTo', { title: item.title, place: to + 1, of: shown.length }))
  }
  const takeOff = (item: AgendaItem) => {
    const next = shown[shown.indexOf(item) + 1] ?? shown[shown.indexOf(item) - 1]
    if (next) focus.keep(next.key, 'off')
    setSaid(t('agenda.tookOff', { title: item.title }))
    const state = waitsElsewhere(item) ? 'backlog' : 'left'
    void ask(
      'saveItem',
      { item: item.key, forum: item.forum.key, values: { state }, base: { state: item.state } },
      { [item.key]: item.version },
    )
  }
  useShiftKeys(list, (key, by, control) => {
    const item = shown.find((one) => one.key === key)
    if (item) shift(item, by, control)
  })
  return (
    <>
      <ol ref={list} className={styles.items} aria-label={t('agenda.title')}>
        {shown.map((item, i) => (
          <AgendaRow
            key={item.key}
            item={item}
            number={i + 1}
            starts={starts[i]}
            mark={
              changes?.added.has(item.key) ? 'added' : changes?.changed.has(item.key) ? 'changed' : undefined
            }
            isFirst={i === 0}
            isLast={i === shown.length - 1}
            handle={handle(item.key)}
            shift={shift}
            ask={ask}
            editing={editing === item.key}
            edit={() => setEditing(item.key)}
            elsewhere={othersWith(item)}
            takeOff={() => takeOff(item)}
          >
            {editing === item.key && (
              <Suspense fallback={<p role='status'>{t('meetings.loading')}</p>}>
                <ItemForm
                  item={item}
                  close={() => {
                    setEditing(undefined)
                    focus.keep(item.key, 'edit')
                  }}
                />
              </Suspense>
            )}
          </AgendaRow>
        ))}
      </ol>
      <p role='status' className='visually-hidden'>
        {said}
      </p>
      <Refusals refusals={refusals} />
    </>
  )
}

/** Somebody asked for it: it waits to be taken up another time. What the data brought up is brought up again. */
const waitsElsewhere = ({ source }: AgendaItem) =>
  source === 'added' || source === 'proposed' || source === 'question' || source === 'answer'

/** Ctrl+Up and Ctrl+Down move the item whose control has the focus. */
function useShiftKeys(
  list: RefObject<HTMLElement | null>,
  shift: (key: string, by: -1 | 1, control: RowControl) => void,
) {
  const latest = useRef(shift)
  useLayoutEffect(() => {
    latest.current = shift
  })
  useEffect(() => {
    const root = list.current
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey, target } = event
      if (!ctrlKey || altKey || metaKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return
      const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-item]') : null
      const control = target instanceof HTMLElement ? target.dataset.control : undefined
      // A form that is open in the row has its own use of the keys.
      if (!row?.dataset.item || !control) return
      event.preventDefault()
      latest.current(row.dataset.item, key === 'ArrowUp' ? -1 : 1, control as RowControl)
    }
    root?.addEventListener('keydown', pressed)
    return () => root?.removeEventListener('keydown', pressed)
  }, [list])
}

/** An element that is moved in the page loses the focus: it is given back to the same control of the same item. */
function useFocusKept(list: RefObject<HTMLElement | null>) {
  const kept = useRef<{ key: string; control: RowControl }>(undefined)
  useLayoutEffect(() => {
    if (!kept.current) return
    const { key, control } = kept.current
    kept.current = undefined
    list.current
      ?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"] [data-control=${control}]`)
      ?.focus()
  })
  return {
    keep: (key: string, control: RowControl) => {
      kept.current = { key, control }
    },
  }
}
