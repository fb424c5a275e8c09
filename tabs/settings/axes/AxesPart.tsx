/** The axes of balance: what each is called here, which classes it has and whether it is used; one is opened to change it. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { namable } from '#src/lists/axisNames.ts'
import { type Axis, balanceAxes } from '#src/lists/balance.ts'
import { everyAxis, isNamable } from '#src/rules/pictures/axes.ts'
import { formatList } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../../language.ts'
import { useAxes } from '../../ui/axes/axesContext.ts'
import { NamedAxes } from '../../ui/axes/NamedAxes.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { AxisForm } from './AxisForm.tsx'
import { groups } from './groups.ts'
import shared from '../Settings.module.css'

export function AxesPart({ mayEdit }: { mayEdit: boolean }) {
  const builtIn = useWords()
  return (
    <NamedAxes>
      <Kept mayEdit={mayEdit} builtIn={builtIn} />
    </NamedAxes>
  )
}

/** `builtIn`: the words without the installation's own. */
function Kept({ mayEdit, builtIn }: { mayEdit: boolean; builtIn: Words }) {
  const { t, of, word, locale } = useWords()
  const { said, used, error, reload } = useAxes()
  const [opened, setOpened] = useState<Axis>()
  const [done, setDone] = useState<string>()
  const yesNo = (is: boolean) => word('yesNoUnknown', is ? 'yes' : 'no')
  return (
    <section aria-labelledby='part-title'>
      <h2 id='part-title'>{t('axes.title')}</h2>
      <p className={shared.quiet}>{t('axes.about')}</p>
      <p role='status' className={shared.said}>
        {done}
      </p>
      {!said && error === undefined && <Waiting />}
      {!said && error !== undefined && (
        <p role='alert'>
          {t('axes.unread')}{' '}
          <Button size='small' onClick={reload}>
            {t('app.retry')}
          </Button>
        </p>
      )}
      {said && opened && (
        <AxisForm
          key={opened}
          axis={opened}
          said={said}
          builtIn={builtIn}
          close={(text) => {
            setOpened(undefined)
            setDone(text)
          }}
        />
      )}
      {said && (
        <div className={shared.scroller}>
          <table className={shared.table}>
            <thead>
              <tr>
                <th scope='col'>{t('axes.axis')}</th>
                <th scope='col'>{t('axes.classes')}</th>
                <th scope='col'>{t('axes.used')}</th>
              </tr>
            </thead>
            <tbody>
              {everyAxis.map((axis) => {
                const [name, otherwise] = [of(balanceAxes, axis), builtIn.of(balanceAxes, axis)]
                return (
                  <tr key={axis} aria-current={axis === opened ? 'true' : undefined}>
                    <th scope='row'>
                      {mayEdit ? (
                        <button type='button' className={shared.opener} onClick={() => setOpened(axis)}>
                          {name}
                        </button>
                      ) : (
                        name
                      )}
                      {name !== otherwise && (
                        <span className={shared.quiet}> {t('axes.builtIn', { name: otherwise })}</span>
                      )}
                    </th>
                    <td data-label={t('axes.classes')}>
                      {isNamable(axis) ? (
                        formatList(
                          Object.keys(namable[axis]).map((key) => word(groups[axis], key as never)),
                          locale,
                        )
                      ) : (
                        <span className={shared.quiet}>{t('axes.ofInitiative')}</span>
                      )}
                    </td>
                    <td data-label={t('axes.used')}>{yesNo(used.includes(axis))}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
