from sqlalchemy import select

from shop.models import Customer


def numbers(session):
    return session.scalars(select(Customer.phone_number).where(Customer.phone_number.is_not(None))).all()
