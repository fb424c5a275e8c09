/** Prints which mandates let whom decide, by asking the rules about small examples. */
import type { Initiative } from '#src/lists/initiatives.ts'
import {
  type Mandate,
  mandateScopes,
  type Matter,
  type Unit,
  type UnitKind,
} from '#src/lists/organisation.ts'
import { decidingRight } from '#src/rules/mandate.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { code, table } from './markdown.ts'

type Scope = Mandate['scope']

const ref = (key: string) => ({ key, title: key })
const unit = (key: string, kind: UnitKind, parent?: string): Unit => ({
  key,
  id: key,
  version: '',
  title: key,
  kind,
  ...(parent && { parent: ref(parent) }),
})

const tree = treeOf([
  unit('administration', 'administration'),
  unit('department', 'department', 'administration'),
  unit('department2', 'department', 'administration'),
  unit('administration2', 'administration'),
])

/** Where a mandate of each scope stands in the examples; without one it stands over everything. */
const standsAt: Partial<Record<Scope, string>> = {
  department: 'department',
  administration: 'administration',
  own: 'administration',
  any: 'administration',
}

const one = { concernedUnits: [ref('department')] }
const examples: Record<string, { matter: Matter; of: Partial<Initiative> }> = {
  'BP1, one department': { matter: 'BP1', of: one },
  'BP1, several departments': { matter: 'BP1', of: { concernedUnits: [ref('department2')] } },
  'scope not yet known': { matter: 'BP3', of: one },
  'own, one department that pays': {
    matter: 'BP3',
    of: { ...one, scope: 'own', payer: ref('department') },
  },
  'own, nobody says who pays': { matter: 'BP3', of: { ...one, scope: 'own' } },
  'own, several departments': { matter: 'BP3', of: { scope: 'own', concernedUnits: [ref('department2')] } },
  'shared, or marked as own but concerning another administration': {
    matter: 'BP3',
    of: { scope: 'own', concernedUnits: [ref('administration2')] },
  },
}

function decides(scope: Scope, { matter, of }: { matter: Matter; of: Partial<Initiative> }): boolean {
  const at = standsAt[scope]
  const mandate: Mandate = {
    key: 'm',
    id: 'm',
    version: '',
    title: 'post',
    holder: { id: 'holder', name: '' },
    matter,
    scope,
    kind: 'execution',
    ...(at && { unit: ref(at) }),
    ...(scope === 'portfolio' && { portfolio: ref('portfolio') }),
  }
  const initiative: Initiative = {
    key: 'i',
    id: 'i',
    version: '',
    title: '',
    number: '',
    stage: 'preparation',
    state: 'active',
    portfolio: ref('portfolio'),
    unit: ref('department'),
    ...of,
  }
  return decidingRight({ matter, initiative, mandates: [mandate], tree, today: '2024-10-01' }).kind === 'one'
}

export function printWhoDecides(): string {
  return [
    '## Who decides',
    'The right belongs to a post: a row in Mandates, for one matter and one scope. It is the post at the lowest level that covers everyone concerned and the payer, and whose amount limit is enough. Where mandates say that all must agree, every concerned administration decides for itself. A stand-in decides on the given dates, and whenever the holder has a conflict of interest. The table is the answer of the rules to small examples.',
    table(
      ['scope of the mandate', 'Swedish', ...Object.keys(examples)],
      (Object.keys(mandateScopes) as Scope[]).map((scope) => [
        code(scope),
        mandateScopes[scope],
        ...Object.values(examples).map((example) => (decides(scope, example) ? 'yes' : '–')),
      ]),
    ),
  ].join('\n\n')
}
