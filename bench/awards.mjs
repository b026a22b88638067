/** The round at the end of the year: of each commune one hamlet is put forward, deliberated on and given an award, all through the program's services. */
import { AccessService } from '../dist/src/access/access.service.js';
import { bundled } from '../dist/src/catalogue/catalogue.data.js';
import { LoadingService } from '../dist/src/catalogue/loading.service.js';
import { RegistryService } from '../dist/src/communes/registry.service.js';
import { loadAwards } from '../dist/src/sample/awards.js';
import { UnitActsService } from '../dist/src/units/unit-acts.service.js';

const begun = '2021-07-01';
const council = 'hoi-dong';
const office = (number) =>
  number === 1 ? 'CHAIR' : number === 2 ? 'VICE_CHAIR' : number === 3 ? 'SECRETARY' : 'MEMBER';
const people = [1, 2, 3, 4, 5, 6, 7].map((number) => ({
  code: `uy-vien-${number}`,
  kind: 'INDIVIDUAL',
  name: `Ủy viên số ${number}`,
  parent: 'u01',
  validFrom: begun,
  invented: true,
}));

/** The award rests on one indicator's figures of ten months: those approved by the day of the nomination. */
const year = {
  issuer: 'Ủy ban nhân dân xã',
  place: 'Xã Đo',
  people,
  councilNumber: 12,
  members: { [council]: people.map(({ code }, place) => [code, office(place + 1)]) },
  rounds: [
    {
      opened: { name: 'Tổng kết phong trào thi đua năm 2023 (giả định)', period: '2023' },
      openedOn: '2023-12-01',
      nominatedOn: '2023-12-06',
      appraisedOn: '2023-12-08',
      nominees: [
        {
          unit: 'u06',
          form: 'giay-khen-xa',
          summary: 'Dẫn đầu về sản lượng lương thực có hạt',
          restsOn: ['chi-tieu-11'],
        },
      ],
      meetings: [{ council, heldOn: '2023-12-19', where: 'Hội trường Ủy ban nhân dân xã', forms: ['giay-khen-xa'] }],
      decisions: [
        {
          signedOn: '2023-12-27',
          title: 'Về việc tặng Giấy khen năm 2023',
          bases: ['Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003'],
          forms: ['giay-khen-xa'],
        },
      ],
      closedOn: '2023-12-29',
    },
  ],
};

export const award = (communes) => async (app) => {
  const actor = app.get(AccessService).operator(await app.get(RegistryService).everywhere());
  await app.get(LoadingService).load(actor, bundled);
  for (const commune of communes) {
    await app.get(UnitActsService).addUnit(actor, commune, {
      code: council,
      kind: 'BODY',
      kindText: 'hội đồng',
      name: 'Hội đồng Thi đua - Khen thưởng xã',
      parent: 'u01',
      validFrom: begun,
      invented: true,
    });
    await loadAwards(app, { commune, as: (_, on) => actor.acting({ on }) }, year);
  }
};
