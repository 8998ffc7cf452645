/// The town, the navigation and the account, at the top of every page.
struct PageHeader: HTML {
    let frame: PageFrame

    var body: some HTML {
        header(.class("top")) {
            div(.class("wrap")) {
                a(.class("brand"), .href(frame.brand.home)) {
                    span(.class("letter"), .ariaHidden()) { frame.brand.name.prefix(1).uppercased() }
                    span(.class("brand-text")) {
                        strong { frame.brand.name }
                        " "
                        span { frame.brand.portalName }
                    }
                }
                if let account = frame.account { AccountView(account: account) }
                if case .top(let items) = frame.navigation, !items.isEmpty { TopNavigation(items: items) }
            }
        }
    }
}

private struct TopNavigation: HTML {
    let items: [NavigationItem]

    var body: some HTML {
        nav(.class("nav"), .ariaLabel("Navigation principale")) { NavigationList(items: items) }
    }
}

/// The links of a navigation.
struct NavigationList: HTML {
    let items: [NavigationItem]

    var body: some HTML {
        ul {
            ForEach(items) { item in
                li {
                    a(.href(item.link), .ariaCurrent(item.isCurrent ? .page : nil)) {
                        IconView(item.icon)
                        span { item.title }
                    }
                }
            }
        }
    }
}

private struct AccountView: HTML {
    let account: SignedInAccount

    var body: some HTML {
        form(.class("account"), .method(.post), .action(account.signOut)) {
            account.token
            span(.class("account-name")) {
                IconView(.user)
                if let link = account.link { a(.href(link)) { account.name } } else { account.name }
            }
            button(.class("button quiet"), .type(.submit)) {
                IconView(.exit)
                span { "Se déconnecter" }
            }
        }
    }
}
