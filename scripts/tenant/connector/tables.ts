/** What the tenant keeps of chats: bots, conversations, messages, what each person has seen. */

/** `change` grows with everything that happens in a conversation, so that a page may ask for it alone. */
export const chatTables = `
CREATE TABLE IF NOT EXISTS chat_bots (
  client_id TEXT PRIMARY KEY, name TEXT, endpoint TEXT, site TEXT, external_id TEXT, catalog_id TEXT, entra_id TEXT,
  origin TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chat_conversations (
  id TEXT PRIMARY KEY, alias TEXT UNIQUE, kind TEXT, bot TEXT, person TEXT, title TEXT, team TEXT, members TEXT,
  installed INTEGER, greeted INTEGER, blocked INTEGER, change INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS chat_conversations_person ON chat_conversations (person);
CREATE TABLE IF NOT EXISTS chat_messages (
  conversation TEXT, id INTEGER, sender TEXT, name TEXT, at TEXT, edited TEXT, root INTEGER, activity TEXT, deleted INTEGER,
  PRIMARY KEY (conversation, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chat_views (
  conversation TEXT, message INTEGER, person TEXT, attachment TEXT, PRIMARY KEY (conversation, message, person)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chat_reads (
  conversation TEXT, person TEXT, upto INTEGER, PRIMARY KEY (conversation, person)) WITHOUT ROWID;
`
