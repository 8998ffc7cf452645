"""What somebody types to create an account."""

PASSWORD = "Trois-Tilleuls-1871"


def registration(holder, **changes):
    """The fields of "Créer mon espace" for the holder of a holder."""
    return {
        "title": holder.title,
        "firstName": holder.first_name,
        "lastName": holder.last_name,
        "street": holder.street,
        "postalCode": holder.postal_code,
        "city": holder.city,
        "phone": "06 39 98 12 34",
        "email": "nouvelle.famille@courriel.example",
        "login": "nouvelle.famille",
        "password": PASSWORD,
        "key": holder.key,
        **changes,
    }
