/** Help of the command line. */
export const help = `thidua COMMAND

  serve                             serves the API until SIGINT or SIGTERM
  migrate                           brings the tables up to date; creates the role of the API, with RUNTIME_PASSWORD
  commune add KEY NAME              [--kind xã] [--from DATE] [--gso CODE] [--predecessor KEY]…
                                    registers a commune
  commune add --from FILE           registers the communes of a file, all or none: columns key, name, kind, from, gso,
                                    superior, supervised-from, or mã, tên, loại, từ ngày, mã gso, cấp trên, giám sát từ;
                                    prints "added" or "unchanged" for each
  commune amend KEY NAME            [--reason TEXT]
                                    gives a commune another name
  superior add KEY NAME             [--kind huyện]
                                    registers a body that supervises communes
  supervise SUPERIOR KEY            [--from DATE] [--to DATE] [--superior-name NAME] [--superior-kind huyện]
                                    begins a supervision, or ends it with --to alone; KEY is a commune or another
                                    superior; a new SUPERIOR needs --superior-name
  key issue ACTOR                   --commune KEY [--role ROLE] [--name NAME] [--kind PERSON|SYSTEM] [--unit CODE]
                                    [--superior KEY] [--scope SCOPE]… [--expires DATE]
                                    prints a new key, once; --role appoints the actor, and creates it if need be;
                                    --superior is the system of a superior;
                                    default scopes: all but personal:read
  key list                          [--commune KEY], default: the systems of superiors
                                    id, prefix, actor, state, expiry, last use and scopes of each key, newest first
  key confirm KEY                   lets a key of a deciding role work that an administrator issued; KEY is an id or a
                                    prefix of \`key list\`, of any commune
  key revoke KEY --reason TEXT      ends a key at once
  key rotate KEY                    [--overlap-minutes N], default 60: prints the new key; the old one works on so long
  catalogue load [FILE.json]        loads the rule sets, award forms and base salaries of the program, or those of a
                                    file; prints each that is new or changed, with its version; the program's give way
                                    to those of a file, and say so
  audit                             [--commune KEY], default: all and the registry
                                    holds each row against its newest line in the journal: counts of the records, and
                                    each record that differs, with what differs
  pull --url URL --into DIR         [--key KEY], better in THIDUA_KEY; [--insecure]
                                    [--accept-other-history]
                                    fetches new changes into DIR, and verifies them first; a history that does not go
                                    on from the kept one is WRONG, and taken only with --accept-other-history;
                                    plain http to another machine only with --insecure
  verify DIR                        verifies the chain and content of a pulled DIR, and
                                    recomputes its published tables of standings

All commands but pull and verify read their settings from the environment (OWNER_DATABASE_URL, DATA_DIR, …).
Exit: 0 done, 1 usage or settings, 2 refused by the server, 3 chain, content or rows are wrong, 4 server not reached.`;
