"""What somebody types to create an account."""

PASSWORD = "Trois-Tilleuls-1871"


def registration(key, **changes):
    """The fields of "Créer mon espace" for the holder of a key."""
    return {
        "title": key.title,
        "firstName": key.first_name,
        "lastName": key.last_name,
        "street": key.street,
        "postalCode": key.postal_code,
        "city": key.city,
        "phone": "06 39 98 12 34",
        "email": "nouvelle.famille@courriel.example",
        "login": "nouvelle.famille",
        "password": PASSWORD,
        "key": key.key,
        **changes,
    }
