-- The pool asks for the admissions of three years in every branch: they are few among all memberships.
create index membership_admitted on membership (from_on, unit_id)
  where kind = 'probationary' and began_as in ('admitted', 'taken_over');
