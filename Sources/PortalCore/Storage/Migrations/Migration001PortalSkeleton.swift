extension Migration {
    /// The portal's settings, its families, accounts, bookings, and the tables that keep promises (requests, outbox, audit).
    static let portalSkeleton = Migration(
        number: 1,
        name: "portal skeleton",
        statements: settings + families + access + bookings + journals
    )

    private static let settings = [
        """
        CREATE TABLE portal (
            id {int} PRIMARY KEY CHECK (id = 1), slug {text} NOT NULL, name {text} NOT NULL, short_name {text} NOT NULL,
            tagline {text} NOT NULL, accent {text} NOT NULL, school_zone {text} NOT NULL, alsace_moselle {int} NOT NULL,
            website {text}, portal_name {text} NOT NULL
        ) {strict}
        """,
        "CREATE TABLE portal_texts (code {text} PRIMARY KEY, title {text} NOT NULL, body {text} NOT NULL, position {int} NOT NULL) {strict}",
        """
        CREATE TABLE contacts (
            position {int} PRIMARY KEY, name {text} NOT NULL, phone {text}, email {text}, address {text}, hours {text}
        ) {strict}
        """,
        """
        CREATE TABLE news (
            id {id}, published_on {int} NOT NULL, title {text} NOT NULL, body {text} NOT NULL
        ) {strict}
        """,
        "CREATE TABLE closures (first_day {int} NOT NULL, last_day {int} NOT NULL, reason {text} NOT NULL, PRIMARY KEY (first_day, last_day)) {strict}",
        """
        CREATE TABLE activities (
            id {id}, code {text} NOT NULL UNIQUE, name {text} NOT NULL, kind {text} NOT NULL, place {text} NOT NULL, description {text} NOT NULL,
            position {int} NOT NULL, weekdays {int} NOT NULL, period {text} NOT NULL, sessions {text} NOT NULL,
            add_rule {text} NOT NULL, cancel_rule {text}, late_adding {text} NOT NULL, late_cancelling {text} NOT NULL, rule_source {text} NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE units (
            id {id}, activity_id {int} NOT NULL REFERENCES activities (id), code {text} NOT NULL, name {text} NOT NULL,
            starts_at {int} NOT NULL, ends_at {int} NOT NULL, price {int} NOT NULL, position {int} NOT NULL, UNIQUE (activity_id, code)
        ) {strict}
        """,
        """
        CREATE TABLE groups (
            id {id}, activity_id {int} NOT NULL REFERENCES activities (id), code {text} NOT NULL, name {text} NOT NULL,
            minimum_age {int} NOT NULL, maximum_age {int} NOT NULL, capacity {int} NOT NULL, position {int} NOT NULL, UNIQUE (activity_id, code)
        ) {strict}
        """,
        """
        CREATE TABLE activity_sessions (
            id {id}, activity_id {int} NOT NULL REFERENCES activities (id), name {text} NOT NULL, first_day {int} NOT NULL, last_day {int} NOT NULL,
            UNIQUE (activity_id, first_day)
        ) {strict}
        """,
    ]

    private static let families = [
        """
        CREATE TABLE households (
            id {id}, name {text} NOT NULL, street {text} NOT NULL, postal_code {text} NOT NULL, city {text} NOT NULL, created_at {int} NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE adults (
            id {id}, title {text} NOT NULL, first_name {text} NOT NULL, last_name {text} NOT NULL, email {text}, phone {text},
            street {text} NOT NULL, postal_code {text} NOT NULL, city {text} NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE household_adults (
            household_id {int} NOT NULL REFERENCES households (id), adult_id {int} NOT NULL REFERENCES adults (id), position {int} NOT NULL,
            PRIMARY KEY (household_id, adult_id)
        ) {clustered}
        """,
        "CREATE INDEX household_adults_by_adult ON household_adults (adult_id)",
        """
        CREATE TABLE children (
            id {id}, first_name {text} NOT NULL, last_name {text} NOT NULL, birth_day {int} NOT NULL, school {text} NOT NULL, class {text} NOT NULL
        ) {strict}
        """,
        """
        CREATE TABLE household_children (
            household_id {int} NOT NULL REFERENCES households (id), child_id {int} NOT NULL REFERENCES children (id), custody {text} NOT NULL,
            PRIMARY KEY (household_id, child_id)
        ) {clustered}
        """,
        "CREATE INDEX household_children_by_child ON household_children (child_id)",
        """
        CREATE TABLE enrolments (
            child_id {int} NOT NULL REFERENCES children (id), activity_id {int} NOT NULL REFERENCES activities (id),
            group_id {int} NOT NULL REFERENCES groups (id), first_day {int} NOT NULL, last_day {int} NOT NULL,
            PRIMARY KEY (child_id, activity_id, first_day)
        ) {clustered}
        """,
        "CREATE INDEX enrolments_by_group ON enrolments (group_id)",
    ]

    private static let access = [
        """
        CREATE TABLE accounts (
            id {id}, login {text} NOT NULL UNIQUE, password_hash {text} NOT NULL, adult_id {int} NOT NULL UNIQUE REFERENCES adults (id),
            created_at {int} NOT NULL, email_confirmed_at {int}, last_login_at {int}, previous_login_at {int}
        ) {strict}
        """,
        """
        CREATE TABLE activation_keys (
            id {id}, key_hash {blob} NOT NULL UNIQUE, household_id {int} NOT NULL REFERENCES households (id), created_at {int} NOT NULL,
            expires_at {int} NOT NULL, used_at {int}, used_by {int} REFERENCES accounts (id)
        ) {strict}
        """,
        "CREATE INDEX activation_keys_by_household ON activation_keys (household_id)",
        """
        CREATE TABLE staff_members (
            id {id}, login {text} NOT NULL UNIQUE, password_hash {text} NOT NULL, first_name {text} NOT NULL, last_name {text} NOT NULL,
            role {text} NOT NULL, last_login_at {int}, previous_login_at {int}
        ) {strict}
        """,
        """
        CREATE TABLE web_sessions (
            token_hash {blob} PRIMARY KEY, account_id {int} REFERENCES accounts (id), staff_id {int} REFERENCES staff_members (id),
            created_at {int} NOT NULL, expires_at {int} NOT NULL, CHECK ((account_id IS NULL) <> (staff_id IS NULL))
        ) {strict}
        """,
        "CREATE INDEX web_sessions_by_expiry ON web_sessions (expires_at)",
        """
        CREATE TABLE email_confirmations (
            token_hash {blob} PRIMARY KEY, account_id {int} NOT NULL REFERENCES accounts (id), expires_at {int} NOT NULL
        ) {strict}
        """,
        "CREATE INDEX email_confirmations_by_account ON email_confirmations (account_id)",
    ]

    private static let bookings = [
        """
        CREATE TABLE requests (
            id {id}, kind {text} NOT NULL, account_id {int} REFERENCES accounts (id), staff_id {int} REFERENCES staff_members (id),
            household_id {int} NOT NULL REFERENCES households (id), created_at {int} NOT NULL, idempotency_key {text} NOT NULL UNIQUE
        ) {strict}
        """,
        "CREATE INDEX requests_by_household ON requests (household_id, created_at)",
        """
        CREATE TABLE request_lines (
            request_id {int} NOT NULL REFERENCES requests (id), position {int} NOT NULL, child_id {int} NOT NULL, day {int} NOT NULL,
            unit_id {int} NOT NULL, change {text} NOT NULL, outcome {text} NOT NULL, price {int} NOT NULL, surcharge {int} NOT NULL, reason {text} NOT NULL,
            PRIMARY KEY (request_id, position)
        ) {clustered}
        """,
        """
        CREATE TABLE bookings (
            child_id {int} NOT NULL, day {int} NOT NULL, unit_id {int} NOT NULL REFERENCES units (id), group_id {int} NOT NULL,
            household_id {int} NOT NULL, state {int} NOT NULL, price {int} NOT NULL, surcharge {int} NOT NULL,
            PRIMARY KEY (child_id, day, unit_id)
        ) {clustered}
        """,
        "CREATE INDEX bookings_by_unit_and_day ON bookings (unit_id, day, child_id)",
        """
        CREATE TABLE place_counters (
            unit_id {int} NOT NULL, group_id {int} NOT NULL, day {int} NOT NULL, taken {int} NOT NULL CHECK (taken >= 0),
            PRIMARY KEY (unit_id, group_id, day)
        ) {clustered}
        """,
    ]

    private static let journals = [
        """
        CREATE TABLE outbox (
            id {id}, account_id {int} REFERENCES accounts (id), recipient {text} NOT NULL, subject {text} NOT NULL, body {text} NOT NULL,
            created_at {int} NOT NULL, sent_at {int}, attempts {int} NOT NULL, next_attempt_at {int} NOT NULL, last_error {text},
            failed_at {int}, CHECK (sent_at IS NULL OR failed_at IS NULL)
        ) {strict}
        """,
        "CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE sent_at IS NULL AND failed_at IS NULL",
        "CREATE INDEX outbox_by_account ON outbox (account_id, id)",
        """
        CREATE TABLE audit (
            chain {int} NOT NULL, number {int} NOT NULL, at {int} NOT NULL, actor {int} NOT NULL, actor_kind {int} NOT NULL, act {text} NOT NULL,
            subject {int} NOT NULL, detail {text} NOT NULL, hash {blob} NOT NULL, PRIMARY KEY (chain, number)
        ) {clustered}
        """,
        "CREATE INDEX audit_by_subject ON audit (subject, at)",
        "{append_only} audit",
    ]
}
