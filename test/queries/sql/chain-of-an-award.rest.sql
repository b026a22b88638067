-- awards.awardsById#0.1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18.19.20.21.22.23.24.25.26.27.28.30.31.32.33.34.35.36.37.38.39.40
select a.commune_id as "communeId",
  a.id as "id",
  a.version as "version",
  a.unit_id as "unitId",
  a.recipient_name as "recipientName",
  a.form_code as "formCode",
  a.form_name as "formName",
  a.rule_set as "ruleSet",
  a.type as "type",
  a.period as "period",
  a.decision_id as "decisionId",
  a.number_text as "numberText",
  a.issuer as "issuer",
  a.nomination_id as "nominationId",
  a.document_id as "documentId",
  a.verification_code as "verificationCode",
  a.granted_on as "grantedOn",
  a.raw as "raw",
  a.payable as "payable",
  a.amount_basis as "amountBasis",
  a.amount_reason as "amountReason",
  a.paying_award_id as "payingAwardId",
  a.paid_on as "paidOn",
  a.presented_on as "presentedOn",
  a.deed_on as "deedOn",
  a.corrected_on as "correctedOn",
  a.correction_document_id as "correctionDocumentId",
  a.revoked_on as "revokedOn",
  a.revoking_decision_id as "revokingDecisionId",
  (select c.key from commune c where c.id = $1) as "commune",
  u.code as "unitCode",
  u.kind as "unitKind",
  case when $2::audience < 'PUBLIC' then a.citation end as "citation",
  case when a.deed_on is not null then a.granted_on::date - a.deed_on end as "daysToDecision",
  case when $2::audience < 'PUBLIC' then a.paid end as "paid",
  case when $2::audience < 'PUBLIC' then case when a.raw is not null then greatest(case when a.revoked_on is null then coalesce(a.payable, 0) else 0 end - coalesce(a.paid, 0), 0) end end as "toPay",
  case when $2::audience < 'PUBLIC' then greatest(a.paid - case when a.revoked_on is null then coalesce(a.payable, 0) else 0 end, 0) end as "toRecover",
  case when $2::audience < 'PUBLIC' then a.object_returned_on end as "objectReturnedOn",
  case when $2::audience < 'PUBLIC' then a.revoked_ground end as "revokedGround",
  case when $2::audience < 'PUBLIC' then a.revoked_reason end as "revokedReason" from award a left join unit u on u.commune_id = $1 and u.id = a.unit_id
where a.commune_id = $1 and a.audience >= $2::audience and a.id = any ($3);

-- disclosures.deleteExpired
select forget_accesses($1);

-- disclosures.persons
select u.id, named.via from unit u
join (
  select id as unit_id, id as via from unit where commune_id = $1 and id = any ($2)
  union all
  select unit_id, id from nomination where commune_id = $1 and id = any ($2)
  union all
  select person_id, id from council_member where commune_id = $1 and id = any ($2)
  union all
  select unit_id, document_id from document_person where commune_id = $1 and document_id = any ($2)
  union all
  select n.id, c.record_id::uuid from change c
  cross join lateral jsonb_array_elements_text(c.data -> 'persons') p (code)
  join unit n on n.commune_id = $1 and n.code = p.code
  where c.commune_id = $1 and c.type = 'document' and c.record_id = any ($3) and not exists (
    select from document d where d.commune_id = $1 and d.id = c.record_id::uuid)
  union all
  select s.unit_id, v.file_id from evidence v
  join submission s on s.commune_id = v.commune_id and s.id = v.submission_id
  where v.commune_id = $1 and v.file_id = any ($2)
  union
  select s.unit_id, v.file_id from score_evidence v
  join score_sheet s on s.commune_id = v.commune_id and s.id = v.sheet_id
  where v.commune_id = $1 and v.file_id = any ($2)
) named on named.unit_id = u.id
where u.commune_id = $1 and u.kind in ('HOUSEHOLD', 'INDIVIDUAL');

-- power.holdPower
select hold_power($1, $2, $3, $4) as held;
