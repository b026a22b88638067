-- results.results.id#0.1.2.3.5.7.8.9.11.17.18
select x.commune_id as "communeId",
  x.id as "id",
  x.version as "version",
  x.indicator_id as "indicatorId",
  x.period as "period",
  x.value as "value",
  x.out_of as "outOf",
  x.submission_id as "submissionId",
  x.approved_on as "approvedOn",
  i.code as "indicatorCode",
  u.code as "unitCode"
     from (
       select x.* from result x
       where x.commune_id = $1 and x.audience >= $2::audience and (x.id = $4)
       order by x.id limit $3) x
left join commune c on c.id = $1
left join indicator i on i.commune_id = $1 and i.id = x.indicator_id
left join plan p on p.commune_id = $1 and p.id = i.plan_id
left join unit u on u.commune_id = $1 and u.id = x.unit_id
     order by x.id;
