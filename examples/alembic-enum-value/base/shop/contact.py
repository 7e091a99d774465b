from sqlalchemy import select

from shop.models import Customer


def numbers(session):
    return session.scalars(select(Customer.phone).where(Customer.phone.is_not(None))).all()
