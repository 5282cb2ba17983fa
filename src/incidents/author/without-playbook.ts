import type { Playbook } from '../../systems/playbook.ts';

const sentence = (en: string, id: string) => ({ text: { en, id }, confirm: false });

/** The words for an incident that no playbook foresaw; the prefixes are the runbook's (TPC-20). */
export const WITHOUT_PLAYBOOK: Playbook['templates'] = {
  investigating: [
    sentence('Alert: Technical issue detected.', 'Informasi: Terjadi gangguan teknis.'),
    sentence('Team is investigating.', 'Tim sedang menyelidiki.'),
    sentence('What users may notice: […].', 'Yang mungkin dirasakan pengguna: […].'),
  ],
  identified: [
    sentence('Update: the cause has been found: […].', 'Pembaruan: penyebabnya telah ditemukan: […].'),
    sentence('What is being done: […].', 'Yang sedang dilakukan: […].'),
  ],
  monitoring: [
    sentence(
      'Update: a fix has been in place since […].',
      'Pembaruan: perbaikan telah diterapkan sejak […].',
    ),
    sentence('We are watching whether it holds.', 'Kami memantau apakah perbaikan ini bertahan.'),
  ],
  over: [
    sentence(
      'Update: the disturbance is over. It lasted {lasted}.',
      'Pembaruan: gangguan telah teratasi. Berlangsung selama {lasted}.',
    ),
    sentence('The post-incident checklist follows.', 'Daftar periksa pascainsiden menyusul.'),
  ],
  resolved: [
    sentence(
      'Update: this incident is over. It lasted {lasted}.',
      'Pembaruan: insiden ini telah teratasi. Lamanya {lasted}.',
    ),
    sentence('What was done: […].', 'Yang telah dilakukan: […].'),
  ],
  postmortem: [
    sentence('Summary: […]', 'Ringkasan: […]'),
    sentence('Impact: […]', 'Dampak: […]'),
    sentence('Cause: […]', 'Penyebab: […]'),
    sentence('Time to recover: […]', 'Waktu pemulihan: […]'),
    sentence('What we changed, with evidence: […]', 'Yang kami ubah, beserta buktinya: […]'),
    sentence('What we learnt: […]', 'Pelajaran yang kami ambil: […]'),
  ],
};
