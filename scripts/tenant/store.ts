/** The one SQLite file of a tenant, with its tables and each statement prepared once. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { chatTables } from './connector/tables.ts'

export type Store = {
  inMemory: boolean
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[]
  each<Row>(sql: string, ...values: SQLInputValue[]): IterableIterator<Row>
  run(sql: string, ...values: SQLInputValue[]): void
  /** Nested calls join the outer transaction. */
  together<Result>(work: () => Result): Result
  close(): void
}

export function openStore(file: string): Store {
  const database = new DatabaseSync(file)
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000',
  )
  database.exec(schema + chatTables)
  const statements = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const walking = new Map<string, StatementSync[]>()
  let depth = 0

  return {
    inMemory: file === ':memory:',
    get: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as Row[],
    // A statement that is being walked through can't be used again meanwhile: it is put back when that is over.
    *each<Row>(sql: string, ...values: SQLInputValue[]) {
      const free = walking.get(sql) ?? []
      walking.set(sql, free)
      const own = free.pop() ?? database.prepare(sql)
      try {
        yield* own.iterate(...values) as IterableIterator<Row>
      } finally {
        free.push(own)
      }
    },
    run: (sql, ...values) => {
      statement(sql).run(...values)
    },
    together(work) {
      if (depth > 0) return work()
      depth += 1
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      } finally {
        depth -= 1
      }
    },
    close: () => database.close(),
  }
}

const schema = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS people (id TEXT PRIMARY KEY, upn TEXT NOT NULL COLLATE NOCASE, json TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS people_upn ON people (upn);
CREATE TABLE IF NOT EXISTS groups (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS members (group_id TEXT, person_id TEXT, PRIMARY KEY (group_id, person_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS members_person ON members (person_id);
CREATE TABLE IF NOT EXISTS apps (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sites (
  key INTEGER PRIMARY KEY, id TEXT UNIQUE COLLATE NOCASE, collection TEXT COLLATE NOCASE, name TEXT, display_name TEXT,
  host TEXT COLLATE NOCASE, path TEXT COLLATE NOCASE, time_zone TEXT, today TEXT, created TEXT, modified TEXT);
CREATE TABLE IF NOT EXISTS grants (
  id TEXT PRIMARY KEY, site INTEGER, client_id TEXT, name TEXT, role TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS principals (
  site INTEGER, id INTEGER, kind TEXT, entra_id TEXT, login TEXT COLLATE NOCASE, title TEXT, email TEXT, PRIMARY KEY (site, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS principals_login ON principals (site, login);
CREATE INDEX IF NOT EXISTS principals_entra ON principals (site, entra_id);
CREATE TABLE IF NOT EXISTS site_group_members (
  site INTEGER, group_id INTEGER, principal INTEGER, PRIMARY KEY (site, group_id, principal)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS role_assignments (
  site INTEGER, list INTEGER, principal INTEGER, role INTEGER, PRIMARY KEY (site, list, principal, role)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lists (
  key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, site INTEGER, name TEXT, display_name TEXT, description TEXT, template TEXT,
  hidden INTEGER, system INTEGER, created TEXT, created_by TEXT, modified TEXT, modified_by TEXT, etag INTEGER,
  versioning INTEGER, version_limit INTEGER, unique_rights INTEGER, next_item INTEGER, change INTEGER, content_type TEXT);
CREATE INDEX IF NOT EXISTS lists_site ON lists (site);
CREATE TABLE IF NOT EXISTS columns (
  key INTEGER PRIMARY KEY, list INTEGER REFERENCES lists ON DELETE CASCADE, id TEXT, name TEXT, json TEXT, UNIQUE (list, name));
CREATE TABLE IF NOT EXISTS items (
  key INTEGER PRIMARY KEY, list INTEGER REFERENCES lists ON DELETE CASCADE, id INTEGER, guid TEXT, etag INTEGER,
  ui_version INTEGER, created TEXT, created_by TEXT, modified TEXT, modified_by TEXT, fields TEXT, change INTEGER,
  changed_at INTEGER, deleted INTEGER, UNIQUE (list, id));
CREATE UNIQUE INDEX IF NOT EXISTS items_change ON items (list, change);
CREATE TABLE IF NOT EXISTS item_index (
  list INTEGER REFERENCES lists ON DELETE CASCADE, field TEXT, value, item INTEGER,
  PRIMARY KEY (list, field, value, item)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
  list INTEGER REFERENCES lists ON DELETE CASCADE, item INTEGER, drive_item TEXT, parent INTEGER, name TEXT COLLATE NOCASE,
  folder INTEGER, size INTEGER, mime TEXT, hash TEXT, ctag INTEGER, content BLOB, PRIMARY KEY (list, item));
CREATE INDEX IF NOT EXISTS files_name ON files (list, parent, name);
CREATE INDEX IF NOT EXISTS files_id ON files (list, drive_item);
CREATE TABLE IF NOT EXISTS uploads (
  id TEXT PRIMARY KEY, list INTEGER REFERENCES lists ON DELETE CASCADE, parent INTEGER, name TEXT, conflict TEXT, author TEXT,
  size INTEGER, received INTEGER, expires INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS upload_parts (
  upload TEXT REFERENCES uploads ON DELETE CASCADE, start INTEGER, content BLOB, PRIMARY KEY (upload, start)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pages (
  id TEXT PRIMARY KEY, site INTEGER, name TEXT COLLATE NOCASE, json TEXT, version INTEGER, draft INTEGER, created TEXT,
  modified TEXT, author TEXT, UNIQUE (site, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS subscriptions (
  id TEXT PRIMARY KEY, client_id TEXT, oid TEXT, list INTEGER REFERENCES lists ON DELETE CASCADE, resource TEXT, url TEXT,
  lifecycle_url TEXT, client_state TEXT, expires INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS subscriptions_list ON subscriptions (list);
CREATE TABLE IF NOT EXISTS events (
  id TEXT PRIMARY KEY, oid TEXT, transaction_id TEXT, starts INTEGER, ends INTEGER, json TEXT, thread TEXT, join_from INTEGER,
  change INTEGER, created TEXT, modified TEXT, UNIQUE (oid, transaction_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS events_starts ON events (oid, starts);
CREATE TABLE IF NOT EXISTS consents (
  client_id TEXT, oid TEXT, scope TEXT, PRIMARY KEY (client_id, oid, scope)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS versions (
  list INTEGER REFERENCES lists ON DELETE CASCADE, item INTEGER, version INTEGER, modified TEXT, modified_by TEXT,
  fields TEXT, PRIMARY KEY (list, item, version));
`
