// SPDX-License-Identifier: BSD-2-Clause
//
// Hashes of the answers of qemu-aarch64 7.2 (cortex-a53) to cases.ts, one for each mode. Made by
// scripts/fp-answers.ts --write; not edited by hand.

export const ANSWERS: Readonly<Record<string, string>> = {
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=0 opcode=0":
    "b93da9d3 29a8cda8 254c48c2 3a552ed8 5ab922a7 a134d053 2fc2d167 49c5bd17 683226c3 7639c7f9 b93da9d3 54403732 85235ebd 72302329",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=1 opcode=0":
    "2adfed46 0c620d2d 1f9e4cd9 bff655cc 106e175c 17a13a31 cfb20fa0 dec2542e 6143000f e29011c0 2adfed46 e3ef691a 1710f69e b085bc12",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=0 opcode=1":
    "fb791237 354968a3 5ba940ab 820dc9d2 73b8c496 90a5a9bf a40c9e78 2015fcca 03ad3b8c d952257e fb791237 1bffdc57 8dbe7782 ed7f72fa",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=1 opcode=1":
    "351837f8 e4997ebe d96df74d 8521b09e b56a74da 7054f53d b75b906d c21a9800 6efad72c d314021e 351837f8 4b6ec3b0 9f6152bd e1d29d7e",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=0 opcode=2":
    "5241370d 65154f9f 7b9e8d94 4bbd4bf6 62373fb5 cb78671e 60b16bb0 c6180c0f e968707e e56e61c0 5241370d 2a26c913 b5da6e52 6a9daba4",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=1 opcode=2":
    "04b8dc68 29736a7b 3de57cb5 ba49eb12 90207d9a e46dba0b 52d64a2a 9f3b8646 a2152acf bd847fb1 04b8dc68 c6fd7173 a5c0ca4b fac76139",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=0 opcode=3":
    "53b6ef85 2e068bef 767c0ccd ffc8e931 9eb36c6a 89ba8c75 37d359c7 a61f3cab 0d675f50 69db66bc 53b6ef85 be167d60 0645d627 ccd74293",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=1 opcode=3":
    "ef19c045 9b5ed873 1bb289f8 41ff6f7e cc5c472a 0805d28c a29a8645 bbe0f68c 4bb13b70 913c6e5c ef19c045 93828100 a5c196fe 76b8f946",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=0 opcode=4":
    "1c2a6026 b48e894f 1c2a6026 b48e894f 1c2a6026 b48e894f 1c2a6026 b48e894f b1f2aabd ed8b593c 1c2a6026 b1f2aabd d9200518 d9200518",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=1 opcode=4":
    "010d36ff f3e84624 010d36ff f3e84624 010d36ff f3e84624 010d36ff f3e84624 944ec38f bfbe1570 010d36ff 944ec38f ac53bf58 ac53bf58",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=0 opcode=5":
    "eac4ae12 1195e406 eac4ae12 1195e406 eac4ae12 1195e406 eac4ae12 1195e406 2af8633c 413dcf2f eac4ae12 2af8633c 1089467e 1089467e",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=1 opcode=5":
    "911ec74b d8d60619 911ec74b d8d60619 911ec74b d8d60619 911ec74b d8d60619 948a180b 4e16619a 911ec74b 948a180b a8ec4762 a8ec4762",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=0 opcode=6":
    "927d4163 c4cc04df 927d4163 c4cc04df 927d4163 c4cc04df 927d4163 c4cc04df 51dcc6e2 4e88b2ff 927d4163 51dcc6e2 230528d4 230528d4",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=1 opcode=6":
    "6c9e9b43 7a12f630 6c9e9b43 7a12f630 6c9e9b43 7a12f630 6c9e9b43 7a12f630 9b549c23 6c9e9b43 6c9e9b43 9b549c23 9b549c23 9b549c23",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=0 opcode=7":
    "5cc58309 fbaeb11d 5cc58309 fbaeb11d 5cc58309 fbaeb11d 5cc58309 fbaeb11d 9139d83c 2786e0e4 5cc58309 9139d83c e56f4a20 e56f4a20",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=1 opcode=7":
    "4a287da1 87b8bd35 4a287da1 87b8bd35 4a287da1 87b8bd35 4a287da1 87b8bd35 d7ea61ee 4a287da1 4a287da1 d7ea61ee d7ea61ee d7ea61ee",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=0 opcode=8":
    "553200a6 14773b04 23aaceaf 1c2281c6 3eeef94c 0bf2fc85 b0899531 9961802c beef501c eaeff6a7 553200a6 415cd7e4 f100b3cf 37e990fd",
  "FMUL/FDIV/FADD/FSUB/FMAX/FMIN/FMAXNM/FMINNM/FNMUL (scalar) type=1 opcode=8":
    "6c83ef2a 2af2f2c9 28be375a b0c75860 63e8dd31 89753e5c 39155313 0177f021 771c8102 a591edc3 6c83ef2a 7bee1bf0 f8078f68 b29a1970",
  "FSQRT/FRINTx (scalar) type=0 opcode=3":
    "b3cac23f 5c090343 015887f6 d7188f4c 96be48c8 795cf5e2 96be48c8 795cf5e2 5cab975b 106818c5 b3cac23f ae72e756 e1369a74 e1369a74",
  "FSQRT/FRINTx (scalar) type=1 opcode=3":
    "eaea3f66 e4a36435 29ec4f44 22e38c5a f5e119f4 6ed26539 f5e119f4 6ed26539 69d27070 66573d65 eaea3f66 2a13a1d2 1606165a 1606165a",
  "FSQRT/FRINTx (scalar) type=0 opcode=8":
    "f8ccfcd8 9261a52b f8ccfcd8 9261a52b f8ccfcd8 9261a52b f8ccfcd8 9261a52b c59b9b63 aa455711 f8ccfcd8 c59b9b63 45bf2414 45bf2414",
  "FSQRT/FRINTx (scalar) type=1 opcode=8":
    "6515d54d 48b19625 6515d54d 48b19625 6515d54d 48b19625 6515d54d 48b19625 055aa281 30cde23a 6515d54d 055aa281 10f72fb9 10f72fb9",
  "FSQRT/FRINTx (scalar) type=0 opcode=9":
    "e97f6e15 00aa4a5e e97f6e15 00aa4a5e e97f6e15 00aa4a5e e97f6e15 00aa4a5e d51281ff 47739bca e97f6e15 d51281ff 113bdd07 113bdd07",
  "FSQRT/FRINTx (scalar) type=1 opcode=9":
    "a06ae0c9 7ef23bcf a06ae0c9 7ef23bcf a06ae0c9 7ef23bcf a06ae0c9 7ef23bcf 3f253c62 88424bd6 a06ae0c9 3f253c62 08d268b9 08d268b9",
  "FSQRT/FRINTx (scalar) type=0 opcode=10":
    "6f0cc668 b86536cb 6f0cc668 b86536cb 6f0cc668 b86536cb 6f0cc668 b86536cb 3c762071 8f64aefd 6f0cc668 3c762071 cac4aa5a cac4aa5a",
  "FSQRT/FRINTx (scalar) type=1 opcode=10":
    "37a9037a e652d0b9 37a9037a e652d0b9 37a9037a e652d0b9 37a9037a e652d0b9 b1239658 6d18d5de 37a9037a b1239658 58946174 58946174",
  "FSQRT/FRINTx (scalar) type=0 opcode=11":
    "06ff1710 ae0993b3 06ff1710 ae0993b3 06ff1710 ae0993b3 06ff1710 ae0993b3 4ce44f77 aeb56e06 06ff1710 4ce44f77 98a3e616 98a3e616",
  "FSQRT/FRINTx (scalar) type=1 opcode=11":
    "49507b5f 90f1181d 49507b5f 90f1181d 49507b5f 90f1181d 49507b5f 90f1181d 573ce27c ab28d064 49507b5f 573ce27c c6eba8d3 c6eba8d3",
  "FSQRT/FRINTx (scalar) type=0 opcode=12":
    "f8ccfcd8 9261a52b f8ccfcd8 9261a52b f8ccfcd8 9261a52b f8ccfcd8 9261a52b c59b9b63 aa455711 f8ccfcd8 c59b9b63 45bf2414 45bf2414",
  "FSQRT/FRINTx (scalar) type=1 opcode=12":
    "6515d54d 48b19625 6515d54d 48b19625 6515d54d 48b19625 6515d54d 48b19625 055aa281 30cde23a 6515d54d 055aa281 10f72fb9 10f72fb9",
  "FSQRT/FRINTx (scalar) type=0 opcode=14":
    "98a05522 9261a52b 000d2858 00aa4a5e 3e45d903 b86536cb e733676f ae0993b3 6297882e cbbc6318 98a05522 1c9c9a35 ab7694ec 2a8bd38d",
  "FSQRT/FRINTx (scalar) type=1 opcode=14":
    "972de031 48b19625 6dda0051 7ef23bcf 66d3473f e652d0b9 b1316413 90f1181d bab2c31b b5744f56 972de031 bc548365 d81f9318 0085abc1",
  "FSQRT/FRINTx (scalar) type=0 opcode=15":
    "f8ccfcd8 9261a52b e97f6e15 00aa4a5e 6f0cc668 b86536cb 06ff1710 ae0993b3 c59b9b63 aa455711 f8ccfcd8 d51281ff cac4aa5a 98a3e616",
  "FSQRT/FRINTx (scalar) type=1 opcode=15":
    "6515d54d 48b19625 a06ae0c9 7ef23bcf 37a9037a e652d0b9 49507b5f 90f1181d 055aa281 30cde23a 6515d54d 3f253c62 58946174 c6eba8d3",
  "FMADD/FMSUB/FNMADD/FNMSUB type=0 o1=0 o0=0":
    "f5161505 0c37ec24 0c545c09 61b2f7bb 3c3e2f06 621a0c67 2e619d50 0872f44d 60be2b0f f4a0aeea f5161505 ff1c7971 80194c31 b24d6aca",
  "FMADD/FMSUB/FNMADD/FNMSUB type=1 o1=0 o0=0":
    "1283a5bb fbfbc1a7 9a11bfc2 bbe4946f 3eba3bcb cb954961 f9d78b6b 3eff1ba1 c6bede90 c470d8a3 1283a5bb 228e4e71 63225f1b 5f8abda6",
  "FMADD/FMSUB/FNMADD/FNMSUB type=0 o1=1 o0=0":
    "b22583de d9192be6 95fa95ee d968369c a53dcb07 102859cd 3872efd5 19c3f063 7e653d5c 9925d7c9 b22583de 7d6b5fc1 4c9e51b8 3f60ad9b",
  "FMADD/FMSUB/FNMADD/FNMSUB type=1 o1=1 o0=0":
    "a2bef88d d3579937 9e5c2b51 73472ed0 06da0692 92d060de 6fd198df 66b53fbb d8a9788b b39e2be3 a2bef88d 7be29431 6a16f171 64fc95cf",
  "FMADD/FMSUB/FNMADD/FNMSUB type=0 o1=0 o0=1":
    "c5ec935b 2004f7fc d5b5c01b d19de24c 748027dc 5b5cb8ff 67ed8414 12147021 28253279 8eedb6ce c5ec935b 9e74b95f c9f61c7f f29af52f",
  "FMADD/FMSUB/FNMADD/FNMSUB type=1 o1=0 o0=1":
    "42d5c4f6 dcde82c3 b097758f 620b8be3 1e3cb031 76db2d43 59c7b9cf 425dfaca 297532c6 492c4a32 42d5c4f6 56b97f7a 29b86f2b 3c66c7e0",
  "FMADD/FMSUB/FNMADD/FNMSUB type=0 o1=1 o0=1":
    "b130fa90 203697cd c6292c85 95e42c91 9270e98e cad52a1a 77ae2da8 d1e42cb8 db504cd6 68bd1ae2 b130fa90 7ffefac9 0954fea2 94616258",
  "FMADD/FMSUB/FNMADD/FNMSUB type=1 o1=1 o0=1":
    "9a666cca 079a77b3 ad658948 ef16c293 b074816c f7191cf6 3cd658d1 bab57a31 a3caf447 0252b7a3 9a666cca 350db1b7 4a6a928c b5bc4845",
  "FCMP/FCMPE type=0 E=0 zero=0":
    "f67247c6 f3c6b02b f67247c6 f3c6b02b f67247c6 f3c6b02b f67247c6 f3c6b02b 8902b2d8 f67247c6 f67247c6 8902b2d8 8902b2d8 8902b2d8",
  "FCMP/FCMPE type=1 E=0 zero=0":
    "679211f9 e74a40c1 679211f9 e74a40c1 679211f9 e74a40c1 679211f9 e74a40c1 a6b8e794 679211f9 679211f9 a6b8e794 a6b8e794 a6b8e794",
  "FCMP/FCMPE type=0 E=1 zero=0":
    "acb5ac54 e1d7dfc2 acb5ac54 e1d7dfc2 acb5ac54 e1d7dfc2 acb5ac54 e1d7dfc2 3396195b acb5ac54 acb5ac54 3396195b 3396195b 3396195b",
  "FCMP/FCMPE type=1 E=1 zero=0":
    "6e76bf48 73cd5ed1 6e76bf48 73cd5ed1 6e76bf48 73cd5ed1 6e76bf48 73cd5ed1 b898dfe7 6e76bf48 6e76bf48 b898dfe7 b898dfe7 b898dfe7",
  "FCMP/FCMPE type=0 E=0 zero=1":
    "02a42285 7f70a376 02a42285 7f70a376 02a42285 7f70a376 02a42285 7f70a376 431b4d81 02a42285 02a42285 431b4d81 431b4d81 431b4d81",
  "FCMP/FCMPE type=1 E=0 zero=1":
    "99ac749a e6974864 99ac749a e6974864 99ac749a e6974864 99ac749a e6974864 5ae180d0 99ac749a 99ac749a 5ae180d0 5ae180d0 5ae180d0",
  "FCMP/FCMPE type=0 E=1 zero=1":
    "8957b9ce 69be299e 8957b9ce 69be299e 8957b9ce 69be299e 8957b9ce 69be299e 7d6ebf63 8957b9ce 8957b9ce 7d6ebf63 7d6ebf63 7d6ebf63",
  "FCMP/FCMPE type=1 E=1 zero=1":
    "ad9c759e e002279a ad9c759e e002279a ad9c759e e002279a ad9c759e e002279a a69f0ce4 ad9c759e ad9c759e a69f0ce4 a69f0ce4 a69f0ce4",
  "FCCMP/FCCMPE type=0 cond=0 E=0":
    "b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b b90c885b b90c885b b90c885b b90c885b b90c885b",
  "FCCMP/FCCMPE type=1 cond=0 E=0":
    "b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b b90c885b b90c885b b90c885b b90c885b b90c885b",
  "FCCMP/FCCMPE type=0 cond=0 E=1":
    "b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b b90c885b b90c885b b90c885b b90c885b b90c885b",
  "FCCMP/FCCMPE type=1 cond=0 E=1":
    "b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b 51e7cd4e b90c885b b90c885b b90c885b b90c885b b90c885b b90c885b",
  "FCVT type=1 opc=0":
    "ba46d429 4338c317 978b9b0b a70b6fdd 68202e50 3a0d14a8 5b5f723e f3bcfcb9 39d5220e 1dd9b1fb ba46d429 e87d7205 bedf5e37 42ee4446",
  "FCVT type=3 opc=0":
    "46198a9d ddf4cab3 46198a9d ddf4cab3 46198a9d ddf4cab3 46198a9d ddf4cab3 46198a9d 4ea19557 5856e218 46198a9d 4ea19557 5856e218",
  "FCVT type=0 opc=1":
    "c39884d5 b9d6e293 c39884d5 b9d6e293 c39884d5 b9d6e293 c39884d5 b9d6e293 75d2a407 6dea89cc c39884d5 75d2a407 48cd4219 48cd4219",
  "FCVT type=3 opc=1":
    "a9d48028 bca64854 a9d48028 bca64854 a9d48028 bca64854 a9d48028 bca64854 a9d48028 6cba6496 4c4de476 a9d48028 6cba6496 4c4de476",
  "FCVT type=0 opc=3":
    "343a9a00 7b344d62 4dc55b5f b24ab1ff 063780d0 8b0a05a9 41df2d1c c1e4dfb7 fd2dd0c0 8c1b40e6 4c5ff567 bf36b5d1 433549b8 05206666",
  "FCVT type=1 opc=3":
    "e6e1b464 20a03f3e c7aa520f 712b123b 1090f63f 2de47d56 7f20131f b6278af7 19139964 c82c7490 c4ee20a7 eeb8ceec fb14df75 4807f47e",
  "FCVTN/FCVTXN Q=0 U=0 sz=0":
    "9ea53d52 dbb14d4a e4bd0ced 936fd70f 8068bf43 76c2049b 9868312a e5eb9646 26af6d3c 30309d21 d2b44bf7 614307b3 9e5b1d31 6bf672cd",
  "FCVTN/FCVTXN Q=1 U=0 sz=0":
    "41789422 c008b3ee 2520dbf6 cb5be116 dc694800 c09601d1 daeb2303 0040bb0e f513c162 ae42f5af 6daba2c5 b6dba00e c3bec12d 3107eb6f",
  "FCVTN/FCVTXN Q=0 U=0 sz=1":
    "0b89f768 719bc748 df694116 c62914a8 e50a0ba3 03bc457c 606e57a4 0ef948ca bed8e2c8 33f61718 0b89f768 34b28e25 34342974 0bb97b0b",
  "FCVTN/FCVTXN Q=1 U=0 sz=1":
    "4a6f22d6 92f2bba7 1cad14c6 fe2cd36f 631fe78d dedbd5be 9d0129db 92954c0c 06280aa6 8ee265f1 4a6f22d6 8300bb85 0c1851fa 71ff04e9",
  "FCVTN/FCVTXN Q=0 U=1 sz=1":
    "a842c217 b0feffca a842c217 b0feffca a842c217 b0feffca a842c217 b0feffca 700a19f2 d755b98a a842c217 700a19f2 1ea14214 1ea14214",
  "FCVTN/FCVTXN Q=1 U=1 sz=1":
    "cb19c945 e599ee24 cb19c945 e599ee24 cb19c945 e599ee24 cb19c945 e599ee24 68ad0866 a44fef9e cb19c945 68ad0866 7d50523e 7d50523e",
  "FCVTXN (scalar)":
    "c6ceb3d8 d10ab250 c6ceb3d8 d10ab250 c6ceb3d8 d10ab250 c6ceb3d8 d10ab250 3d9624c5 85dd7d79 c6ceb3d8 3d9624c5 860b6d1a 860b6d1a",
  "FCVTL Q=0 sz=0":
    "fc91309f bcd70c93 fc91309f bcd70c93 fc91309f bcd70c93 fc91309f bcd70c93 fc91309f de68adbf aa164e04 fc91309f de68adbf aa164e04",
  "FCVTL Q=1 sz=0":
    "3665e764 966a255e 3665e764 966a255e 3665e764 966a255e 3665e764 966a255e 3665e764 0a48c597 9c5ff958 3665e764 0a48c597 9c5ff958",
  "FCVTL Q=0 sz=1":
    "4977fc16 d10cb08e 4977fc16 d10cb08e 4977fc16 d10cb08e 4977fc16 d10cb08e 315e2513 ca6cfdf0 4977fc16 315e2513 469a5207 469a5207",
  "FCVTL Q=1 sz=1":
    "9c160742 dd1eb6cc 9c160742 dd1eb6cc 9c160742 dd1eb6cc 9c160742 dd1eb6cc f5136cc9 791d4216 9c160742 f5136cc9 ff3b1304 ff3b1304",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=0 rmode=0 U=0":
    "52669092 4ed442a0 52669092 4ed442a0 52669092 4ed442a0 52669092 4ed442a0 561d0a0e 52669092 52669092 561d0a0e 561d0a0e 561d0a0e",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=0 rmode=0 U=0":
    "4ad55bce dc60bc61 4ad55bce dc60bc61 4ad55bce dc60bc61 4ad55bce dc60bc61 eddb4b96 4ad55bce 4ad55bce eddb4b96 eddb4b96 eddb4b96",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=1 rmode=0 U=0":
    "40e0660d 1ab357b7 40e0660d 1ab357b7 40e0660d 1ab357b7 40e0660d 1ab357b7 94e46462 40e0660d 40e0660d 94e46462 94e46462 94e46462",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=1 rmode=0 U=0":
    "420f4605 b4606708 420f4605 b4606708 420f4605 b4606708 420f4605 b4606708 bbcf2cf9 420f4605 420f4605 bbcf2cf9 bbcf2cf9 bbcf2cf9",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=0 rmode=1 U=0":
    "70941fec 7c323aa7 70941fec 7c323aa7 70941fec 7c323aa7 70941fec 7c323aa7 66c9cf3b 70941fec 70941fec 66c9cf3b 66c9cf3b 66c9cf3b",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=0 rmode=1 U=0":
    "00224227 0a5307f9 00224227 0a5307f9 00224227 0a5307f9 00224227 0a5307f9 930523f2 00224227 00224227 930523f2 930523f2 930523f2",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=1 rmode=1 U=0":
    "b3dce49e ca40cac6 b3dce49e ca40cac6 b3dce49e ca40cac6 b3dce49e ca40cac6 9cee3355 b3dce49e b3dce49e 9cee3355 9cee3355 9cee3355",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=1 rmode=1 U=0":
    "32a40fc2 a12edfd7 32a40fc2 a12edfd7 32a40fc2 a12edfd7 32a40fc2 a12edfd7 cfaef6fb 32a40fc2 32a40fc2 cfaef6fb cfaef6fb cfaef6fb",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=0 rmode=2 U=0":
    "5103b052 94de5ad0 5103b052 94de5ad0 5103b052 94de5ad0 5103b052 94de5ad0 8f9a2187 5103b052 5103b052 8f9a2187 8f9a2187 8f9a2187",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=0 rmode=2 U=0":
    "db788781 f6c8d9f3 db788781 f6c8d9f3 db788781 f6c8d9f3 db788781 f6c8d9f3 51e7f4da db788781 db788781 51e7f4da 51e7f4da 51e7f4da",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=1 rmode=2 U=0":
    "ee94f687 3208d9fc ee94f687 3208d9fc ee94f687 3208d9fc ee94f687 3208d9fc fd63922d ee94f687 ee94f687 fd63922d fd63922d fd63922d",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=1 rmode=2 U=0":
    "8d8f044d 23682f26 8d8f044d 23682f26 8d8f044d 23682f26 8d8f044d 23682f26 c711ea95 8d8f044d 8d8f044d c711ea95 c711ea95 c711ea95",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=0 rmode=3 U=0":
    "f81475af 10a703d4 f81475af 10a703d4 f81475af 10a703d4 f81475af 10a703d4 f7098d37 f81475af f81475af f7098d37 f7098d37 f7098d37",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=0 rmode=3 U=0":
    "9ba32926 1db01f18 9ba32926 1db01f18 9ba32926 1db01f18 9ba32926 1db01f18 8cd6b3bd 9ba32926 9ba32926 8cd6b3bd 8cd6b3bd 8cd6b3bd",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=1 rmode=3 U=0":
    "cbac8f1c bbcd9c20 cbac8f1c bbcd9c20 cbac8f1c bbcd9c20 cbac8f1c bbcd9c20 0d90b190 cbac8f1c cbac8f1c 0d90b190 0d90b190 0d90b190",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=1 rmode=3 U=0":
    "2bcd8e9e 4db0c444 2bcd8e9e 4db0c444 2bcd8e9e 4db0c444 2bcd8e9e 4db0c444 022c1c9c 2bcd8e9e 2bcd8e9e 022c1c9c 022c1c9c 022c1c9c",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=0 rmode=0 U=1":
    "fe95c234 d1e6f0a6 fe95c234 d1e6f0a6 fe95c234 d1e6f0a6 fe95c234 d1e6f0a6 63ecb3b9 fe95c234 fe95c234 63ecb3b9 63ecb3b9 63ecb3b9",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=0 rmode=0 U=1":
    "d5a6f486 b44fdce6 d5a6f486 b44fdce6 d5a6f486 b44fdce6 d5a6f486 b44fdce6 298f6ca3 d5a6f486 d5a6f486 298f6ca3 298f6ca3 298f6ca3",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=1 rmode=0 U=1":
    "8dc9b4ef 9807ebb6 8dc9b4ef 9807ebb6 8dc9b4ef 9807ebb6 8dc9b4ef 9807ebb6 fea9e44b 8dc9b4ef 8dc9b4ef fea9e44b fea9e44b fea9e44b",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=1 rmode=0 U=1":
    "8475780b 6f576db2 8475780b 6f576db2 8475780b 6f576db2 8475780b 6f576db2 5538f06a 8475780b 8475780b 5538f06a 5538f06a 5538f06a",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=0 rmode=1 U=1":
    "be4ec8e6 57dd0887 be4ec8e6 57dd0887 be4ec8e6 57dd0887 be4ec8e6 57dd0887 ea0e91bf be4ec8e6 be4ec8e6 ea0e91bf ea0e91bf ea0e91bf",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=0 rmode=1 U=1":
    "89639741 3b6fdddb 89639741 3b6fdddb 89639741 3b6fdddb 89639741 3b6fdddb 2c3eb06a 89639741 89639741 2c3eb06a 2c3eb06a 2c3eb06a",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=1 rmode=1 U=1":
    "35a7d9a1 992b2748 35a7d9a1 992b2748 35a7d9a1 992b2748 35a7d9a1 992b2748 3844965f 35a7d9a1 35a7d9a1 3844965f 3844965f 3844965f",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=1 rmode=1 U=1":
    "104790fa b6b6e5f5 104790fa b6b6e5f5 104790fa b6b6e5f5 104790fa b6b6e5f5 54ff042c 104790fa 104790fa 54ff042c 54ff042c 54ff042c",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=0 rmode=2 U=1":
    "0372daff 51b05f8d 0372daff 51b05f8d 0372daff 51b05f8d 0372daff 51b05f8d 1138631d 0372daff 0372daff 1138631d 1138631d 1138631d",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=0 rmode=2 U=1":
    "e3f8d6c7 496837f7 e3f8d6c7 496837f7 e3f8d6c7 496837f7 e3f8d6c7 496837f7 08216710 e3f8d6c7 e3f8d6c7 08216710 08216710 08216710",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=1 rmode=2 U=1":
    "e62a90be f78c01ca e62a90be f78c01ca e62a90be f78c01ca e62a90be f78c01ca d139d6dc e62a90be e62a90be d139d6dc d139d6dc d139d6dc",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=1 rmode=2 U=1":
    "a1fddc8d f2e43124 a1fddc8d f2e43124 a1fddc8d f2e43124 a1fddc8d f2e43124 46960d18 a1fddc8d a1fddc8d 46960d18 46960d18 46960d18",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=0 rmode=3 U=1":
    "6e236cf5 1f6ef302 6e236cf5 1f6ef302 6e236cf5 1f6ef302 6e236cf5 1f6ef302 c522381b 6e236cf5 6e236cf5 c522381b c522381b c522381b",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=0 rmode=3 U=1":
    "b8eec705 1c8ccbf4 b8eec705 1c8ccbf4 b8eec705 1c8ccbf4 b8eec705 1c8ccbf4 f988a4e2 b8eec705 b8eec705 f988a4e2 f988a4e2 f988a4e2",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=0 type=1 rmode=3 U=1":
    "263f0f0d 79f633e7 263f0f0d 79f633e7 263f0f0d 79f633e7 263f0f0d 79f633e7 7b3b6335 263f0f0d 263f0f0d 7b3b6335 7b3b6335 7b3b6335",
  "FCVTNS/FCVTPS/FCVTMS/FCVTZS/FCVTNU/FCVTPU/FCVTMU/FCVTZU (general) sf=1 type=1 rmode=3 U=1":
    "297e5067 47aafecd 297e5067 47aafecd 297e5067 47aafecd 297e5067 47aafecd 96cc1a47 297e5067 297e5067 96cc1a47 96cc1a47 96cc1a47",
  "FCVTAS/FCVTAU (general) sf=0 type=0 U=0":
    "52669092 4ed442a0 52669092 4ed442a0 52669092 4ed442a0 52669092 4ed442a0 561d0a0e 52669092 52669092 561d0a0e 561d0a0e 561d0a0e",
  "FCVTAS/FCVTAU (general) sf=1 type=0 U=0":
    "4ad55bce dc60bc61 4ad55bce dc60bc61 4ad55bce dc60bc61 4ad55bce dc60bc61 eddb4b96 4ad55bce 4ad55bce eddb4b96 eddb4b96 eddb4b96",
  "FCVTAS/FCVTAU (general) sf=0 type=1 U=0":
    "40e0660d 1ab357b7 40e0660d 1ab357b7 40e0660d 1ab357b7 40e0660d 1ab357b7 94e46462 40e0660d 40e0660d 94e46462 94e46462 94e46462",
  "FCVTAS/FCVTAU (general) sf=1 type=1 U=0":
    "420f4605 b4606708 420f4605 b4606708 420f4605 b4606708 420f4605 b4606708 bbcf2cf9 420f4605 420f4605 bbcf2cf9 bbcf2cf9 bbcf2cf9",
  "FCVTAS/FCVTAU (general) sf=0 type=0 U=1":
    "fe95c234 d1e6f0a6 fe95c234 d1e6f0a6 fe95c234 d1e6f0a6 fe95c234 d1e6f0a6 63ecb3b9 fe95c234 fe95c234 63ecb3b9 63ecb3b9 63ecb3b9",
  "FCVTAS/FCVTAU (general) sf=1 type=0 U=1":
    "d5a6f486 b44fdce6 d5a6f486 b44fdce6 d5a6f486 b44fdce6 d5a6f486 b44fdce6 298f6ca3 d5a6f486 d5a6f486 298f6ca3 298f6ca3 298f6ca3",
  "FCVTAS/FCVTAU (general) sf=0 type=1 U=1":
    "8dc9b4ef 9807ebb6 8dc9b4ef 9807ebb6 8dc9b4ef 9807ebb6 8dc9b4ef 9807ebb6 fea9e44b 8dc9b4ef 8dc9b4ef fea9e44b fea9e44b fea9e44b",
  "FCVTAS/FCVTAU (general) sf=1 type=1 U=1":
    "8475780b 6f576db2 8475780b 6f576db2 8475780b 6f576db2 8475780b 6f576db2 5538f06a 8475780b 8475780b 5538f06a 5538f06a 5538f06a",
  "SCVTF/UCVTF (general) sf=0 type=0 U=0":
    "60d3f7fe 1de4d218 1baeeca7 8ce97e6f 39f0bc69 2e8cb7c6 bb407922 053679d6 60d3f7fe 60d3f7fe 60d3f7fe 1baeeca7 39f0bc69 bb407922",
  "SCVTF/UCVTF (general) sf=1 type=0 U=0":
    "e4da6fdc 93331b4a b528b171 311cb031 c05dc2d6 d218b92b d71cc11e fc2218d4 e4da6fdc e4da6fdc e4da6fdc b528b171 c05dc2d6 d71cc11e",
  "SCVTF/UCVTF (general) sf=0 type=1 U=0":
    "28b8816e cbcde9f2 28b8816e cbcde9f2 28b8816e cbcde9f2 28b8816e cbcde9f2 28b8816e 28b8816e 28b8816e 28b8816e 28b8816e 28b8816e",
  "SCVTF/UCVTF (general) sf=1 type=1 U=0":
    "cd59f5c6 e4ac5987 cd50be88 e9f31922 a26814b9 d9c80bae 03cd7fd1 a796ebeb cd59f5c6 cd59f5c6 cd59f5c6 cd50be88 a26814b9 03cd7fd1",
  "SCVTF/UCVTF (general) sf=0 type=0 U=1":
    "3fed0172 c5026301 f0a584b7 290acb51 680c2d3f a7516c79 680c2d3f a7516c79 3fed0172 3fed0172 3fed0172 f0a584b7 680c2d3f 680c2d3f",
  "SCVTF/UCVTF (general) sf=1 type=0 U=1":
    "3cef7e50 310ca7e1 aa5c015c eb524b0e 54923998 4424f754 54923998 4424f754 3cef7e50 3cef7e50 3cef7e50 aa5c015c 54923998 54923998",
  "SCVTF/UCVTF (general) sf=0 type=1 U=1":
    "d3dcce85 b06955db d3dcce85 b06955db d3dcce85 b06955db d3dcce85 b06955db d3dcce85 d3dcce85 d3dcce85 d3dcce85 d3dcce85 d3dcce85",
  "SCVTF/UCVTF (general) sf=1 type=1 U=1":
    "525a7ab5 a999e613 8e83a56a 25819073 796d2d0a 3cbc3b73 796d2d0a 3cbc3b73 525a7ab5 525a7ab5 525a7ab5 8e83a56a 796d2d0a 796d2d0a",
  "FCVTZS/FCVTZU (general, fixed point) sf=0 type=0 U=0":
    "8589f4d1 b4ccecaf 8589f4d1 b4ccecaf 8589f4d1 b4ccecaf 8589f4d1 b4ccecaf 30436b24 8589f4d1 8589f4d1 30436b24 30436b24 30436b24",
  "FCVTZS/FCVTZU (general, fixed point) sf=1 type=0 U=0":
    "45d28f55 04c9def0 45d28f55 04c9def0 45d28f55 04c9def0 45d28f55 04c9def0 f9cd38b5 45d28f55 45d28f55 f9cd38b5 f9cd38b5 f9cd38b5",
  "FCVTZS/FCVTZU (general, fixed point) sf=0 type=1 U=0":
    "a6c09e03 c1a8893a a6c09e03 c1a8893a a6c09e03 c1a8893a a6c09e03 c1a8893a ffdc899e a6c09e03 a6c09e03 ffdc899e ffdc899e ffdc899e",
  "FCVTZS/FCVTZU (general, fixed point) sf=1 type=1 U=0":
    "8bd0b32f f0fc0a0d 8bd0b32f f0fc0a0d 8bd0b32f f0fc0a0d 8bd0b32f f0fc0a0d dc9edad1 8bd0b32f 8bd0b32f dc9edad1 dc9edad1 dc9edad1",
  "FCVTZS/FCVTZU (general, fixed point) sf=0 type=0 U=1":
    "e651b8d4 b7802ecd e651b8d4 b7802ecd e651b8d4 b7802ecd e651b8d4 b7802ecd 886f519d e651b8d4 e651b8d4 886f519d 886f519d 886f519d",
  "FCVTZS/FCVTZU (general, fixed point) sf=1 type=0 U=1":
    "9740f4fc c049059c 9740f4fc c049059c 9740f4fc c049059c 9740f4fc c049059c 8ac91418 9740f4fc 9740f4fc 8ac91418 8ac91418 8ac91418",
  "FCVTZS/FCVTZU (general, fixed point) sf=0 type=1 U=1":
    "3ecbd2ff 529ab106 3ecbd2ff 529ab106 3ecbd2ff 529ab106 3ecbd2ff 529ab106 a819005e 3ecbd2ff 3ecbd2ff a819005e a819005e a819005e",
  "FCVTZS/FCVTZU (general, fixed point) sf=1 type=1 U=1":
    "790a6866 5c569908 790a6866 5c569908 790a6866 5c569908 790a6866 5c569908 351d9e27 790a6866 790a6866 351d9e27 351d9e27 351d9e27",
  "SCVTF/UCVTF (general, fixed point) sf=0 type=0 U=0":
    "2078bfcc 6d943be3 30005704 ad60e7bf 58bf7b93 fef62dd8 4b0bcff4 f30cb9c6 2078bfcc 2078bfcc 2078bfcc 30005704 58bf7b93 4b0bcff4",
  "SCVTF/UCVTF (general, fixed point) sf=1 type=0 U=0":
    "d029e55e 81fecd6f 18d46c3c 84f7e27e 1b7866e8 2f9f7501 8493a2ad af6b0a27 d029e55e d029e55e d029e55e 18d46c3c 1b7866e8 8493a2ad",
  "SCVTF/UCVTF (general, fixed point) sf=0 type=1 U=0":
    "f713cac9 8da5b41f f713cac9 8da5b41f f713cac9 8da5b41f f713cac9 8da5b41f f713cac9 f713cac9 f713cac9 f713cac9 f713cac9 f713cac9",
  "SCVTF/UCVTF (general, fixed point) sf=1 type=1 U=0":
    "310291fa 4caf88a7 e7dc29f2 18de5e23 36dfe10f c2fb906a 25a5f554 3c19445c 310291fa 310291fa 310291fa e7dc29f2 36dfe10f 25a5f554",
  "SCVTF/UCVTF (general, fixed point) sf=0 type=0 U=1":
    "ea550e09 d94ca7eb 51ac7e91 059b5f8a 07d372f5 abaabe4e 07d372f5 abaabe4e ea550e09 ea550e09 ea550e09 51ac7e91 07d372f5 07d372f5",
  "SCVTF/UCVTF (general, fixed point) sf=1 type=0 U=1":
    "fd31b3ad 032b2c0a 103cf33c abbee171 ff2624ba fab365a1 ff2624ba fab365a1 fd31b3ad fd31b3ad fd31b3ad 103cf33c ff2624ba ff2624ba",
  "SCVTF/UCVTF (general, fixed point) sf=0 type=1 U=1":
    "cefb8b0f 0cdff923 cefb8b0f 0cdff923 cefb8b0f 0cdff923 cefb8b0f 0cdff923 cefb8b0f cefb8b0f cefb8b0f cefb8b0f cefb8b0f cefb8b0f",
  "SCVTF/UCVTF (general, fixed point) sf=1 type=1 U=1":
    "af9c9f2a 31b35b0f c8f4e480 9480a224 396c23b8 9482b448 396c23b8 9482b448 af9c9f2a af9c9f2a af9c9f2a c8f4e480 396c23b8 396c23b8",
  "FCVTNS/FCVTNU (vector) Q=0 U=0 sz=0":
    "b57bae3d 8accc6f1 b57bae3d 8accc6f1 b57bae3d 8accc6f1 b57bae3d 8accc6f1 7c4efff8 b57bae3d b57bae3d 7c4efff8 7c4efff8 7c4efff8",
  "FCVTNS/FCVTNU (vector) Q=1 U=0 sz=0":
    "e042bcbb 7aaa2970 e042bcbb 7aaa2970 e042bcbb 7aaa2970 e042bcbb 7aaa2970 445aa502 e042bcbb e042bcbb 445aa502 445aa502 445aa502",
  "FCVTNS/FCVTNU (vector) Q=0 U=1 sz=0":
    "7f9ab7f2 79d2d82b 7f9ab7f2 79d2d82b 7f9ab7f2 79d2d82b 7f9ab7f2 79d2d82b 37b1e87e 7f9ab7f2 7f9ab7f2 37b1e87e 37b1e87e 37b1e87e",
  "FCVTNS/FCVTNU (vector) Q=1 U=1 sz=0":
    "5357c1f4 6877364e 5357c1f4 6877364e 5357c1f4 6877364e 5357c1f4 6877364e 1bf54921 5357c1f4 5357c1f4 1bf54921 1bf54921 1bf54921",
  "FCVTNS/FCVTNU (vector) Q=1 U=0 sz=1":
    "5c6cdcef ddcb8994 5c6cdcef ddcb8994 5c6cdcef ddcb8994 5c6cdcef ddcb8994 c7e2690c 5c6cdcef 5c6cdcef c7e2690c c7e2690c c7e2690c",
  "FCVTNS/FCVTNU (vector) Q=1 U=1 sz=1":
    "c59b8900 5acd8542 c59b8900 5acd8542 c59b8900 5acd8542 c59b8900 5acd8542 0bdb48c4 c59b8900 c59b8900 0bdb48c4 0bdb48c4 0bdb48c4",
  "FCVTNS/FCVTNU (scalar) U=0 sz=0":
    "18701185 08e3931a 18701185 08e3931a 18701185 08e3931a 18701185 08e3931a ee6203fb 18701185 18701185 ee6203fb ee6203fb ee6203fb",
  "FCVTNS/FCVTNU (scalar) U=1 sz=0":
    "b976dfa9 977dfa55 b976dfa9 977dfa55 b976dfa9 977dfa55 b976dfa9 977dfa55 9cd071fc b976dfa9 b976dfa9 9cd071fc 9cd071fc 9cd071fc",
  "FCVTNS/FCVTNU (scalar) U=0 sz=1":
    "d14023ee 412534c6 d14023ee 412534c6 d14023ee 412534c6 d14023ee 412534c6 b6dcf4e3 d14023ee d14023ee b6dcf4e3 b6dcf4e3 b6dcf4e3",
  "FCVTNS/FCVTNU (scalar) U=1 sz=1":
    "ec708830 8117d860 ec708830 8117d860 ec708830 8117d860 ec708830 8117d860 5cba59e3 ec708830 ec708830 5cba59e3 5cba59e3 5cba59e3",
  "FCVTPS/FCVTPU (vector) Q=0 U=0 sz=0":
    "7b7e5f88 a3a28f40 7b7e5f88 a3a28f40 7b7e5f88 a3a28f40 7b7e5f88 a3a28f40 9f749027 7b7e5f88 7b7e5f88 9f749027 9f749027 9f749027",
  "FCVTPS/FCVTPU (vector) Q=1 U=0 sz=0":
    "d00a8574 e0396bd1 d00a8574 e0396bd1 d00a8574 e0396bd1 d00a8574 e0396bd1 d1c44663 d00a8574 d00a8574 d1c44663 d1c44663 d1c44663",
  "FCVTPS/FCVTPU (vector) Q=0 U=1 sz=0":
    "12de4b8f 9a77a897 12de4b8f 9a77a897 12de4b8f 9a77a897 12de4b8f 9a77a897 b28e271b 12de4b8f 12de4b8f b28e271b b28e271b b28e271b",
  "FCVTPS/FCVTPU (vector) Q=1 U=1 sz=0":
    "80c36172 19e6cf46 80c36172 19e6cf46 80c36172 19e6cf46 80c36172 19e6cf46 2af57c8a 80c36172 80c36172 2af57c8a 2af57c8a 2af57c8a",
  "FCVTPS/FCVTPU (vector) Q=1 U=0 sz=1":
    "e6a58793 f4bc09c6 e6a58793 f4bc09c6 e6a58793 f4bc09c6 e6a58793 f4bc09c6 ef12307a e6a58793 e6a58793 ef12307a ef12307a ef12307a",
  "FCVTPS/FCVTPU (vector) Q=1 U=1 sz=1":
    "443a42c7 8a6f1110 443a42c7 8a6f1110 443a42c7 8a6f1110 443a42c7 8a6f1110 e713433e 443a42c7 443a42c7 e713433e e713433e e713433e",
  "FCVTPS/FCVTPU (scalar) U=0 sz=0":
    "d359230f 0f51785e d359230f 0f51785e d359230f 0f51785e d359230f 0f51785e 2c869f45 d359230f d359230f 2c869f45 2c869f45 2c869f45",
  "FCVTPS/FCVTPU (scalar) U=1 sz=0":
    "52cf85ba 741721df 52cf85ba 741721df 52cf85ba 741721df 52cf85ba 741721df c9629f01 52cf85ba 52cf85ba c9629f01 c9629f01 c9629f01",
  "FCVTPS/FCVTPU (scalar) U=0 sz=1":
    "13f4cf5b 93a9f03b 13f4cf5b 93a9f03b 13f4cf5b 93a9f03b 13f4cf5b 93a9f03b 6a37e83b 13f4cf5b 13f4cf5b 6a37e83b 6a37e83b 6a37e83b",
  "FCVTPS/FCVTPU (scalar) U=1 sz=1":
    "7b8575f0 9efd1f54 7b8575f0 9efd1f54 7b8575f0 9efd1f54 7b8575f0 9efd1f54 d67b02a3 7b8575f0 7b8575f0 d67b02a3 d67b02a3 d67b02a3",
  "FCVTMS/FCVTMU (vector) Q=0 U=0 sz=0":
    "9ed31083 94fb103b 9ed31083 94fb103b 9ed31083 94fb103b 9ed31083 94fb103b b785195e 9ed31083 9ed31083 b785195e b785195e b785195e",
  "FCVTMS/FCVTMU (vector) Q=1 U=0 sz=0":
    "122106c2 eb8ee33d 122106c2 eb8ee33d 122106c2 eb8ee33d 122106c2 eb8ee33d cb0de9ce 122106c2 122106c2 cb0de9ce cb0de9ce cb0de9ce",
  "FCVTMS/FCVTMU (vector) Q=0 U=1 sz=0":
    "2a189070 0f3a1c0f 2a189070 0f3a1c0f 2a189070 0f3a1c0f 2a189070 0f3a1c0f 7cbb6d4a 2a189070 2a189070 7cbb6d4a 7cbb6d4a 7cbb6d4a",
  "FCVTMS/FCVTMU (vector) Q=1 U=1 sz=0":
    "5a24021f b322efa2 5a24021f b322efa2 5a24021f b322efa2 5a24021f b322efa2 8fee48b0 5a24021f 5a24021f 8fee48b0 8fee48b0 8fee48b0",
  "FCVTMS/FCVTMU (vector) Q=1 U=0 sz=1":
    "f596df19 5d0af019 f596df19 5d0af019 f596df19 5d0af019 f596df19 5d0af019 caea56c8 f596df19 f596df19 caea56c8 caea56c8 caea56c8",
  "FCVTMS/FCVTMU (vector) Q=1 U=1 sz=1":
    "1b5ba9ce 728a1de4 1b5ba9ce 728a1de4 1b5ba9ce 728a1de4 1b5ba9ce 728a1de4 44549a77 1b5ba9ce 1b5ba9ce 44549a77 44549a77 44549a77",
  "FCVTMS/FCVTMU (scalar) U=0 sz=0":
    "7d0c82ca 1ea2438b 7d0c82ca 1ea2438b 7d0c82ca 1ea2438b 7d0c82ca 1ea2438b 5747da7b 7d0c82ca 7d0c82ca 5747da7b 5747da7b 5747da7b",
  "FCVTMS/FCVTMU (scalar) U=1 sz=0":
    "8d70d04e db3e2dd0 8d70d04e db3e2dd0 8d70d04e db3e2dd0 8d70d04e db3e2dd0 fe628823 8d70d04e 8d70d04e fe628823 fe628823 fe628823",
  "FCVTMS/FCVTMU (scalar) U=0 sz=1":
    "e7226829 560097b5 e7226829 560097b5 e7226829 560097b5 e7226829 560097b5 aa80a565 e7226829 e7226829 aa80a565 aa80a565 aa80a565",
  "FCVTMS/FCVTMU (scalar) U=1 sz=1":
    "5bd28781 30ed781d 5bd28781 30ed781d 5bd28781 30ed781d 5bd28781 30ed781d 492cf47e 5bd28781 5bd28781 492cf47e 492cf47e 492cf47e",
  "FCVTZS/FCVTZU (vector) Q=0 U=0 sz=0":
    "5571a541 672f4307 5571a541 672f4307 5571a541 672f4307 5571a541 672f4307 cd79b2d9 5571a541 5571a541 cd79b2d9 cd79b2d9 cd79b2d9",
  "FCVTZS/FCVTZU (vector) Q=1 U=0 sz=0":
    "2094c78d 61049518 2094c78d 61049518 2094c78d 61049518 2094c78d 61049518 0f0ba267 2094c78d 2094c78d 0f0ba267 0f0ba267 0f0ba267",
  "FCVTZS/FCVTZU (vector) Q=0 U=1 sz=0":
    "08b04e60 f3c9038c 08b04e60 f3c9038c 08b04e60 f3c9038c 08b04e60 f3c9038c d0ce2cfa 08b04e60 08b04e60 d0ce2cfa d0ce2cfa d0ce2cfa",
  "FCVTZS/FCVTZU (vector) Q=1 U=1 sz=0":
    "000c31b1 cc9f8443 000c31b1 cc9f8443 000c31b1 cc9f8443 000c31b1 cc9f8443 f4f568a4 000c31b1 000c31b1 f4f568a4 f4f568a4 f4f568a4",
  "FCVTZS/FCVTZU (vector) Q=1 U=0 sz=1":
    "d6c228ee 860c3815 d6c228ee 860c3815 d6c228ee 860c3815 d6c228ee 860c3815 0de8a3af d6c228ee d6c228ee 0de8a3af 0de8a3af 0de8a3af",
  "FCVTZS/FCVTZU (vector) Q=1 U=1 sz=1":
    "ac1f9265 c6c3256f ac1f9265 c6c3256f ac1f9265 c6c3256f ac1f9265 c6c3256f b0266654 ac1f9265 ac1f9265 b0266654 b0266654 b0266654",
  "FCVTZS/FCVTZU (scalar) U=0 sz=0":
    "5b9e84b3 9d7538b5 5b9e84b3 9d7538b5 5b9e84b3 9d7538b5 5b9e84b3 9d7538b5 830461dd 5b9e84b3 5b9e84b3 830461dd 830461dd 830461dd",
  "FCVTZS/FCVTZU (scalar) U=1 sz=0":
    "3a9ae357 78c75806 3a9ae357 78c75806 3a9ae357 78c75806 3a9ae357 78c75806 6bc88f3d 3a9ae357 3a9ae357 6bc88f3d 6bc88f3d 6bc88f3d",
  "FCVTZS/FCVTZU (scalar) U=0 sz=1":
    "c3162fc5 2c5f1547 c3162fc5 2c5f1547 c3162fc5 2c5f1547 c3162fc5 2c5f1547 84d4774c c3162fc5 c3162fc5 84d4774c 84d4774c 84d4774c",
  "FCVTZS/FCVTZU (scalar) U=1 sz=1":
    "b811dbec 19ef0425 b811dbec 19ef0425 b811dbec 19ef0425 b811dbec 19ef0425 9c8f4a16 b811dbec b811dbec 9c8f4a16 9c8f4a16 9c8f4a16",
  "FCVTAS/FCVTAU (vector) Q=0 U=0 sz=0":
    "b57bae3d 8accc6f1 b57bae3d 8accc6f1 b57bae3d 8accc6f1 b57bae3d 8accc6f1 7c4efff8 b57bae3d b57bae3d 7c4efff8 7c4efff8 7c4efff8",
  "FCVTAS/FCVTAU (vector) Q=1 U=0 sz=0":
    "489091c6 8c73246d 489091c6 8c73246d 489091c6 8c73246d 489091c6 8c73246d f3375ec2 489091c6 489091c6 f3375ec2 f3375ec2 f3375ec2",
  "FCVTAS/FCVTAU (vector) Q=0 U=1 sz=0":
    "7f9ab7f2 79d2d82b 7f9ab7f2 79d2d82b 7f9ab7f2 79d2d82b 7f9ab7f2 79d2d82b 37b1e87e 7f9ab7f2 7f9ab7f2 37b1e87e 37b1e87e 37b1e87e",
  "FCVTAS/FCVTAU (vector) Q=1 U=1 sz=0":
    "303b3b5c 2117fe43 303b3b5c 2117fe43 303b3b5c 2117fe43 303b3b5c 2117fe43 0be46038 303b3b5c 303b3b5c 0be46038 0be46038 0be46038",
  "FCVTAS/FCVTAU (vector) Q=1 U=0 sz=1":
    "7e59b0df ee8bf445 7e59b0df ee8bf445 7e59b0df ee8bf445 7e59b0df ee8bf445 39ff1ff7 7e59b0df 7e59b0df 39ff1ff7 39ff1ff7 39ff1ff7",
  "FCVTAS/FCVTAU (vector) Q=1 U=1 sz=1":
    "6465a7f0 a7639cd7 6465a7f0 a7639cd7 6465a7f0 a7639cd7 6465a7f0 a7639cd7 a91c1b9c 6465a7f0 6465a7f0 a91c1b9c a91c1b9c a91c1b9c",
  "FCVTAS/FCVTAU (scalar) U=0 sz=0":
    "18701185 08e3931a 18701185 08e3931a 18701185 08e3931a 18701185 08e3931a ee6203fb 18701185 18701185 ee6203fb ee6203fb ee6203fb",
  "FCVTAS/FCVTAU (scalar) U=1 sz=0":
    "b976dfa9 977dfa55 b976dfa9 977dfa55 b976dfa9 977dfa55 b976dfa9 977dfa55 9cd071fc b976dfa9 b976dfa9 9cd071fc 9cd071fc 9cd071fc",
  "FCVTAS/FCVTAU (scalar) U=0 sz=1":
    "d14023ee 412534c6 d14023ee 412534c6 d14023ee 412534c6 d14023ee 412534c6 b6dcf4e3 d14023ee d14023ee b6dcf4e3 b6dcf4e3 b6dcf4e3",
  "FCVTAS/FCVTAU (scalar) U=1 sz=1":
    "ec708830 8117d860 ec708830 8117d860 ec708830 8117d860 ec708830 8117d860 5cba59e3 ec708830 ec708830 5cba59e3 5cba59e3 5cba59e3",
  "SCVTF/UCVTF (vector) Q=0 U=0 sz=0":
    "70c67cb3 8b248deb 6049b512 80f5bfd1 24a92c56 83b42f00 75fcadd5 237b5e90 70c67cb3 70c67cb3 70c67cb3 6049b512 24a92c56 75fcadd5",
  "SCVTF/UCVTF (vector) Q=1 U=0 sz=0":
    "f248d469 29c0856a 4415c695 a8f74eea d6c02254 d8214d74 5bb66ffd b4d6969f f248d469 f248d469 f248d469 4415c695 d6c02254 5bb66ffd",
  "SCVTF/UCVTF (vector) Q=0 U=1 sz=0":
    "0b5758be 85d3875c c50ece26 e5ed6a2a 8db2062b 4263faa6 8db2062b 4263faa6 0b5758be 0b5758be 0b5758be c50ece26 8db2062b 8db2062b",
  "SCVTF/UCVTF (vector) Q=1 U=1 sz=0":
    "b7b46b72 46e320fb b140cade 5fab674a 3be47d82 cbceed04 3be47d82 cbceed04 b7b46b72 b7b46b72 b7b46b72 b140cade 3be47d82 3be47d82",
  "SCVTF/UCVTF (vector) Q=1 U=0 sz=1":
    "68c6d7c5 344fdf9a 5f053bf4 64c6b048 188a80bc b7b095f3 a4b754ff 5cb32995 68c6d7c5 68c6d7c5 68c6d7c5 5f053bf4 188a80bc a4b754ff",
  "SCVTF/UCVTF (vector) Q=1 U=1 sz=1":
    "b699bbc6 826c1d9d 6f1fd872 56b846f9 cd60bd33 7b43aead cd60bd33 7b43aead b699bbc6 b699bbc6 b699bbc6 6f1fd872 cd60bd33 cd60bd33",
  "SCVTF/UCVTF (scalar) U=0 sz=0":
    "60d3f7fe 1de4d218 1baeeca7 8ce97e6f 39f0bc69 2e8cb7c6 bb407922 053679d6 60d3f7fe 60d3f7fe 60d3f7fe 1baeeca7 39f0bc69 bb407922",
  "SCVTF/UCVTF (scalar) U=1 sz=0":
    "3fed0172 c5026301 f0a584b7 290acb51 680c2d3f a7516c79 680c2d3f a7516c79 3fed0172 3fed0172 3fed0172 f0a584b7 680c2d3f 680c2d3f",
  "SCVTF/UCVTF (scalar) U=0 sz=1":
    "cd59f5c6 e4ac5987 cd50be88 e9f31922 a26814b9 d9c80bae 03cd7fd1 a796ebeb cd59f5c6 cd59f5c6 cd59f5c6 cd50be88 a26814b9 03cd7fd1",
  "SCVTF/UCVTF (scalar) U=1 sz=1":
    "525a7ab5 a999e613 8e83a56a 25819073 796d2d0a 3cbc3b73 796d2d0a 3cbc3b73 525a7ab5 525a7ab5 525a7ab5 8e83a56a 796d2d0a 796d2d0a",
  "SCVTF/UCVTF (vector, fixed point, S) Q=0 U=0":
    "58a6ba1b c741c8b0 ebca5f01 354fdeed d7b1921b a1574954 6071f210 845d0a4c 58a6ba1b 58a6ba1b 58a6ba1b ebca5f01 d7b1921b 6071f210",
  "SCVTF/UCVTF (vector, fixed point, S) Q=1 U=0":
    "01a914dc 41749dcc 282a0587 af8b726c bca67a3e 3947804d 99b57e96 c8ad95d1 01a914dc 01a914dc 01a914dc 282a0587 bca67a3e 99b57e96",
  "SCVTF/UCVTF (vector, fixed point, S) Q=0 U=1":
    "7bf9c5ea ec20e696 c136d3e2 ba70d925 b1381923 64d69803 b1381923 64d69803 7bf9c5ea 7bf9c5ea 7bf9c5ea c136d3e2 b1381923 b1381923",
  "SCVTF/UCVTF (vector, fixed point, S) Q=1 U=1":
    "85fa6c60 087694bd ced70fa9 5955c076 df13f70b a0130b73 df13f70b a0130b73 85fa6c60 85fa6c60 85fa6c60 ced70fa9 df13f70b df13f70b",
  "SCVTF/UCVTF (scalar, fixed point, S) U=0":
    "aa92fbf9 d2e89223 9d634e54 5ad64dc1 19964d82 3a0b0cc6 0330584c a1b154b6 aa92fbf9 aa92fbf9 aa92fbf9 9d634e54 19964d82 0330584c",
  "SCVTF/UCVTF (scalar, fixed point, S) U=1":
    "92fa2f0a 9044ca6c 8d08deda 11709435 84300e3e 69ef093e 84300e3e 69ef093e 92fa2f0a 92fa2f0a 92fa2f0a 8d08deda 84300e3e 84300e3e",
  "SCVTF/UCVTF (vector, fixed point, D) Q=1 U=0":
    "49175150 58667ca7 763d9262 81d1f05d 8e8a2d8a e1abd02d 75dadda4 3412b2cf 49175150 49175150 49175150 763d9262 8e8a2d8a 75dadda4",
  "SCVTF/UCVTF (vector, fixed point, D) Q=1 U=1":
    "ea7a9914 9549c40d 9203ce36 df56f2c7 9f1d3f7a d9c8cd96 9f1d3f7a d9c8cd96 ea7a9914 ea7a9914 ea7a9914 9203ce36 9f1d3f7a 9f1d3f7a",
  "SCVTF/UCVTF (scalar, fixed point, D) U=0":
    "ffc87cab 221e4f18 375c30c0 5da2e6b9 af85ef56 3cb34986 cb099745 17046c3c ffc87cab ffc87cab ffc87cab 375c30c0 af85ef56 cb099745",
  "SCVTF/UCVTF (scalar, fixed point, D) U=1":
    "d3ef704c 53c9882d b10413d4 9e4b0402 3c5ca4a6 e2106806 3c5ca4a6 e2106806 d3ef704c d3ef704c d3ef704c b10413d4 3c5ca4a6 3c5ca4a6",
  "FCVTZS/FCVTZU (vector, fixed point, S) Q=0 U=0":
    "864c2189 2cde2c9f 864c2189 2cde2c9f 864c2189 2cde2c9f 864c2189 2cde2c9f b533a8b5 864c2189 864c2189 b533a8b5 b533a8b5 b533a8b5",
  "FCVTZS/FCVTZU (vector, fixed point, S) Q=1 U=0":
    "038a4d68 76879da9 038a4d68 76879da9 038a4d68 76879da9 038a4d68 76879da9 d88dc30a 038a4d68 038a4d68 d88dc30a d88dc30a d88dc30a",
  "FCVTZS/FCVTZU (vector, fixed point, S) Q=0 U=1":
    "8709084a 4564df61 8709084a 4564df61 8709084a 4564df61 8709084a 4564df61 2604ce93 8709084a 8709084a 2604ce93 2604ce93 2604ce93",
  "FCVTZS/FCVTZU (vector, fixed point, S) Q=1 U=1":
    "c5a3fc24 38538156 c5a3fc24 38538156 c5a3fc24 38538156 c5a3fc24 38538156 d2132a08 c5a3fc24 c5a3fc24 d2132a08 d2132a08 d2132a08",
  "FCVTZS/FCVTZU (scalar, fixed point, S) U=0":
    "8c0814e3 b39490c4 8c0814e3 b39490c4 8c0814e3 b39490c4 8c0814e3 b39490c4 2e33115d 8c0814e3 8c0814e3 2e33115d 2e33115d 2e33115d",
  "FCVTZS/FCVTZU (scalar, fixed point, S) U=1":
    "56f9de2c a3140a6c 56f9de2c a3140a6c 56f9de2c a3140a6c 56f9de2c a3140a6c 7fda9c33 56f9de2c 56f9de2c 7fda9c33 7fda9c33 7fda9c33",
  "FCVTZS/FCVTZU (vector, fixed point, D) Q=1 U=0":
    "5f92f6a1 49e23fab 5f92f6a1 49e23fab 5f92f6a1 49e23fab 5f92f6a1 49e23fab e90a15c2 5f92f6a1 5f92f6a1 e90a15c2 e90a15c2 e90a15c2",
  "FCVTZS/FCVTZU (vector, fixed point, D) Q=1 U=1":
    "c31c5d38 4e9c3165 c31c5d38 4e9c3165 c31c5d38 4e9c3165 c31c5d38 4e9c3165 ced6414b c31c5d38 c31c5d38 ced6414b ced6414b ced6414b",
  "FCVTZS/FCVTZU (scalar, fixed point, D) U=0":
    "47994bce 64653fd0 47994bce 64653fd0 47994bce 64653fd0 47994bce 64653fd0 06e1cf97 47994bce 47994bce 06e1cf97 06e1cf97 06e1cf97",
  "FCVTZS/FCVTZU (scalar, fixed point, D) U=1":
    "a90766a2 60a60139 a90766a2 60a60139 a90766a2 60a60139 a90766a2 60a60139 80bab31f a90766a2 a90766a2 80bab31f 80bab31f 80bab31f",
  "FMAXNM (vector) Q=0 sz=0":
    "8032f169 553ed6f8 8032f169 553ed6f8 8032f169 553ed6f8 8032f169 553ed6f8 6e40c04e 79a895f7 8032f169 6e40c04e 035ba636 035ba636",
  "FMAXNM (vector) Q=1 sz=0":
    "4c82de78 51946723 4c82de78 51946723 4c82de78 51946723 4c82de78 51946723 b55e9a12 d02ea2fa 4c82de78 b55e9a12 1de79d77 1de79d77",
  "FMAXNM (vector) Q=1 sz=1":
    "42531480 48f5be13 42531480 48f5be13 42531480 48f5be13 42531480 48f5be13 ac0919ec 42531480 42531480 ac0919ec ac0919ec ac0919ec",
  "FMINNM (vector) Q=0 sz=0":
    "a54ae2b7 dd9c5396 a54ae2b7 dd9c5396 a54ae2b7 dd9c5396 a54ae2b7 dd9c5396 ab9d571f ff4505f4 a54ae2b7 ab9d571f 03af16e1 03af16e1",
  "FMINNM (vector) Q=1 sz=0":
    "db881416 a3845015 db881416 a3845015 db881416 a3845015 db881416 a3845015 2a52305d 23b60469 db881416 2a52305d 7a3261c7 7a3261c7",
  "FMINNM (vector) Q=1 sz=1":
    "04f7672a e6bc4670 04f7672a e6bc4670 04f7672a e6bc4670 04f7672a e6bc4670 f3e2849d 04f7672a 04f7672a f3e2849d f3e2849d f3e2849d",
  "FMLA (vector) Q=0 sz=0":
    "0ea356b3 8a2b804f 4e1a4c5e 60be1033 4ce5b7cd 33902ea7 fbd0d18f 64fe4f60 5bd0e99d eab73779 0ea356b3 844036d7 77cd0212 4522a8d4",
  "FMLA (vector) Q=1 sz=0":
    "7f3a141b df6e08b4 7d95d36f 77107d42 06570809 12447a20 e8d8d019 9b7ef623 fe6ce41c 7e0e8971 7f3a141b 4d1d342f 13310f4c a62d9e69",
  "FMLA (vector) Q=1 sz=1":
    "1d33d4eb 419b66c2 1482248b e99fe0c8 b00288e3 b626009b cdeda6cd 7c8dbb34 ed4244a8 9391cc5c 1d33d4eb 663bcdf5 e7673d2f 095c7c39",
  "FMLS (vector) Q=0 sz=0":
    "0c782187 1f0f86b3 7d94ce06 daf959e4 5da96463 f15de3b9 982faa88 1f72046b 6a888c02 9d6e1f67 0c782187 6cf68033 1fb06ec4 faa4e9fa",
  "FMLS (vector) Q=1 sz=0":
    "77b54763 3745bc64 4f4a3c85 e818e6fd d045e8d6 4aca2acf cdc185fb 1abcf9f9 81806a9b 16407613 77b54763 fab15900 f7ea70af 01838b5d",
  "FMLS (vector) Q=1 sz=1":
    "404b173a 1b0e87ec 43c1eef4 d3ad81a3 2cdfc974 732f403e 621e11dc 3ba0126c cc6c6431 4326ab88 404b173a 7789ce62 c84ed511 2d96044c",
  "FADD (vector) Q=0 sz=0":
    "8c51f0f6 0847f454 f0a6400a cc4daff2 b3add3a2 d86d132e 2c0d5ae9 25ab1c04 12d7a87a f23a31f4 8c51f0f6 a25e13dd 4beebdde 2587f9bd",
  "FADD (vector) Q=1 sz=0":
    "ba600623 e6a30031 e99f7a2a 38874f50 18ea2553 2e7d9410 e5f721d0 4f61d42d 6b8c0afd a00544da ba600623 75b79d24 9feecec7 2fb58274",
  "FADD (vector) Q=1 sz=1":
    "369741f7 de42e025 2c841fc9 81343850 8e0ea8c1 be7ff386 cae36dd5 c5580046 2b8eabca 9bc1581d 369741f7 072194cc 4faf1096 8e19d29b",
  "FSUB (vector) Q=0 sz=0":
    "abf6b53d cc2af40c 3d65208f 11e1f01d f0deb5ff 702a6407 c1afbe8f 021d1dfd 1d445c79 3c47be06 abf6b53d 3cb091f1 42bbc174 67cf39cb",
  "FSUB (vector) Q=1 sz=0":
    "5895fac4 c5c429c6 04c7ee9a bf0deb1b 5c4d78f0 9abb78f8 b2f142a0 c0d2fd08 b121dc85 2336a1a5 5895fac4 83df17aa e23ad797 86456b22",
  "FSUB (vector) Q=1 sz=1":
    "68673a55 05e17add e58dbb32 fc4beb95 45e84b9a 50302bb5 27f57b81 3ab35769 7cc037c2 ee1e5262 68673a55 10d45d9a f892b3b2 488fd375",
  "FMULX (vector) Q=0 sz=0":
    "83109d9a a8c77834 d5d14c95 7f8a65cf 3fc1c19b d176e91d 411986ee c75b89d9 9bf4d264 2759fe65 83109d9a 8faf0316 ba7510b3 173b314b",
  "FMULX (vector) Q=1 sz=0":
    "c72df4cc d5ca27e1 e22e1c15 c5c0de44 dfaeeddf d0f63e06 5e1e6dae cf04814f dbc97828 0a8e3d95 c72df4cc b5b83942 333441ef 673bb9ec",
  "FMULX (vector) Q=1 sz=1":
    "240868f8 4f0970cf cbbf5e37 1e6d57bd b92dcdf2 97e86d2b e722e771 794f6404 2d5ebe82 e6c28f2d 240868f8 78726379 a34fa638 3867de3e",
  "FMULX (scalar) sz=0":
    "d6c8a8be f95e3236 6e47e045 cab69d37 90471ee7 13c4ba49 6b4a3248 2c921daa b5024bf5 f13ffcf8 d6c8a8be d9400322 3c3de280 fa81ec39",
  "FMULX (scalar) sz=1":
    "2adfed46 0c620d2d 1f9e4cd9 bff655cc 106e175c 17a13a31 cfb20fa0 dec2542e 6143000f e29011c0 2adfed46 e3ef691a 1710f69e b085bc12",
  "FCMEQ (vector) Q=0 sz=0":
    "4fc0d291 cbe590f1 4fc0d291 cbe590f1 4fc0d291 cbe590f1 4fc0d291 cbe590f1 98b19f13 4fc0d291 4fc0d291 98b19f13 98b19f13 98b19f13",
  "FCMEQ (vector) Q=1 sz=0":
    "6b48dfc4 26ccf838 6b48dfc4 26ccf838 6b48dfc4 26ccf838 6b48dfc4 26ccf838 53369271 6b48dfc4 6b48dfc4 53369271 53369271 53369271",
  "FCMEQ (vector) Q=1 sz=1":
    "b39bb2dc 97317388 b39bb2dc 97317388 b39bb2dc 97317388 b39bb2dc 97317388 79e6a9e4 b39bb2dc b39bb2dc 79e6a9e4 79e6a9e4 79e6a9e4",
  "FCMEQ (scalar) sz=0":
    "b39bb2dc 97317388 b39bb2dc 97317388 b39bb2dc 97317388 b39bb2dc 97317388 e7760273 b39bb2dc b39bb2dc e7760273 e7760273 e7760273",
  "FCMEQ (scalar) sz=1":
    "b39bb2dc 97317388 b39bb2dc 97317388 b39bb2dc 97317388 b39bb2dc 97317388 abf521c0 b39bb2dc b39bb2dc abf521c0 abf521c0 abf521c0",
  "FMAX (vector) Q=0 sz=0":
    "4fd60093 b684d66f 4fd60093 b684d66f 4fd60093 b684d66f 4fd60093 b684d66f 235f085c db8bf918 4fd60093 235f085c 72d069ad 72d069ad",
  "FMAX (vector) Q=1 sz=0":
    "5d05cdea 4cffa5ea 5d05cdea 4cffa5ea 5d05cdea 4cffa5ea 5d05cdea 4cffa5ea a955f846 2ae2740c 5d05cdea a955f846 f44add7b f44add7b",
  "FMAX (vector) Q=1 sz=1":
    "e13230d7 5d6bb4c4 e13230d7 5d6bb4c4 e13230d7 5d6bb4c4 e13230d7 5d6bb4c4 d2c4e459 03c0d80e e13230d7 d2c4e459 1bc33e79 1bc33e79",
  "FMIN (vector) Q=0 sz=0":
    "90bf9adf bf6e0bb6 90bf9adf bf6e0bb6 90bf9adf bf6e0bb6 90bf9adf bf6e0bb6 54585f3d 41a4ed50 90bf9adf 54585f3d 8a69b42e 8a69b42e",
  "FMIN (vector) Q=1 sz=0":
    "34dae653 a0e04329 34dae653 a0e04329 34dae653 a0e04329 34dae653 a0e04329 de9b57d3 f194878e 34dae653 de9b57d3 1488150c 1488150c",
  "FMIN (vector) Q=1 sz=1":
    "6d06e011 420773d7 6d06e011 420773d7 6d06e011 420773d7 6d06e011 420773d7 6e8b5e7b 2ef70d53 6d06e011 6e8b5e7b 3dae5047 3dae5047",
  "FRECPS (vector) Q=0 sz=0":
    "b6d5f6a6 d8066697 fa5cc7d5 9b732f62 88c332fb 90f052cd 4ff6d4de d48dade2 d6a6e9cc c9bc5820 b6d5f6a6 f9834daa 0fe6a7fb bfb39492",
  "FRECPS (vector) Q=1 sz=0":
    "65f2f4e2 5bc39d45 b5a036ba 9387a2c1 9cd43836 0fdc02bb 91a75a46 ee6a8bd1 b3f4170a 13509e84 65f2f4e2 bb7f3172 ac571ef8 8b88c103",
  "FRECPS (vector) Q=1 sz=1":
    "4a3dfe10 5f2fef7e 5239915a be3cc42a 41bde10a 106b5b7b 9c10f892 2a3890ea 8bb3404e 592cac77 4a3dfe10 25cd527a fb8d3674 f27349da",
  "FRECPS (scalar) sz=0":
    "25b09779 2d1c54c0 8c3b39b9 56c0e13b 59080e8e 3a3cce18 6539f1f4 0191b103 031ae86b ac52c7a0 25b09779 5af7bbaa 33c3a267 ad111e4f",
  "FRECPS (scalar) sz=1":
    "cedeb2f5 4c284b35 a71b0120 4055d96a afcf503c e8bb45a2 cc32eb0a 3b7584b3 a2f3e4fe be4903ab cedeb2f5 1f42c122 6e718563 9a2d59d9",
  "FRSQRTS (vector) Q=0 sz=0":
    "eb7e8091 a6229653 c8b92064 43aed87f 935c736c face1126 eb3b638e 6f1c437c 3b90d6c6 cb36b118 eb7e8091 5ac3eff0 a0441ee5 937d3f21",
  "FRSQRTS (vector) Q=1 sz=0":
    "62a6dfaa 14199d78 ba38e86f e7ef5b71 c4a579ca 44f04d92 ed621f5a 38d3f27d 416c4d6f daffad32 62a6dfaa c454e07e 4c512d15 4b6425c9",
  "FRSQRTS (vector) Q=1 sz=1":
    "006fc909 442d8e52 05850dee ba3841ef 14e99087 c3f714c2 2adecefa 62425d88 91ecc596 354936fa 006fc909 014afec2 63fb5276 e0b84793",
  "FRSQRTS (scalar) sz=0":
    "201b9789 26597fdc 2737ff80 31d26aec 5121dc31 8d0fcbb9 2b69b848 1b898abe f5ce8c54 16532ec7 201b9789 9d71aed7 e0054f7f 2a39a87f",
  "FRSQRTS (scalar) sz=1":
    "b6222002 0335cf6f 0d04e6ca 01d9152b 147fd4b6 277d2140 13127953 b8238f04 84f0c84d ccfbe505 b6222002 e513cdf7 f623c6dd 66b93c74",
  "FABD (vector) Q=0 sz=0":
    "771ccc21 46c9b980 932148f6 23fa2553 d669a7fa 0f7d4d3b 3d21a20d 0fd4c0d2 46d822e8 65d70309 771ccc21 8e9b040f 2359c91b 618e5e02",
  "FABD (vector) Q=1 sz=0":
    "fbc7d9b5 8f16edac b428ef4a d0d8659b 4955f857 3053662e ece69611 fdc3e218 e9e2058a b097fa32 fbc7d9b5 edcbab81 ab90d0e2 42ac11d2",
  "FABD (vector) Q=1 sz=1":
    "bfc57d84 ee446d8e e7c0966b 3f31eb8c 8174ee2e 88be793d 01ce34f7 e424f3f7 0860ca45 4523e7e3 bfc57d84 e47b7c1b 4421c986 09c1aeb3",
  "FABD (scalar) sz=0":
    "60fab042 fa278170 2d8b1f80 bebdd9e3 99dc6de0 97a0afe8 09936c75 22912053 243fb656 3a83806b 60fab042 ff2ef96a 75069fcc 8a89ebe7",
  "FABD (scalar) sz=1":
    "9c55547c 0074ec69 39fe361a 8887fe8d 63d8c5c1 1cee80a7 c56e91fb 356824b3 8db34e44 1cc36834 9c55547c 3f654779 9041dcd4 4bb8d261",
  "FMUL (vector) Q=0 sz=0":
    "43fb29c6 02411c7f 7d117559 931b608d 8b6ec810 5fb95a11 03057f10 7b825bad 08d53aec 72401452 43fb29c6 50df44c1 a8834cd6 5eac1664",
  "FMUL (vector) Q=1 sz=0":
    "f6b8774e 9ec042fc e52bd7a3 872a0648 ef789ff4 bfb820ac a230f009 55f3b71f 663cc7bf 2b591471 f6b8774e 497fec72 52a8f820 bf38a4ec",
  "FMUL (vector) Q=1 sz=1":
    "240868f8 4f0970cf cbbf5e37 1e6d57bd b92dcdf2 97e86d2b e722e771 794f6404 9687d311 e6c28f2d 240868f8 4f5e18a2 03c8f91b 678d24a0",
  "FCMGE (vector) Q=0 sz=0":
    "1e9162b7 7b2d986f 1e9162b7 7b2d986f 1e9162b7 7b2d986f 1e9162b7 7b2d986f 1add9a12 1e9162b7 1e9162b7 1add9a12 1add9a12 1add9a12",
  "FCMGE (vector) Q=1 sz=0":
    "499f7d98 c7c94dcb 499f7d98 c7c94dcb 499f7d98 c7c94dcb 499f7d98 c7c94dcb a0f5fe6a 499f7d98 499f7d98 a0f5fe6a a0f5fe6a a0f5fe6a",
  "FCMGE (vector) Q=1 sz=1":
    "aae343ba 4487f19c aae343ba 4487f19c aae343ba 4487f19c aae343ba 4487f19c 57dddfe2 aae343ba aae343ba 57dddfe2 57dddfe2 57dddfe2",
  "FCMGE (scalar) sz=0":
    "a3fb317b 53c8b985 a3fb317b 53c8b985 a3fb317b 53c8b985 a3fb317b 53c8b985 63a2a027 a3fb317b a3fb317b 63a2a027 63a2a027 63a2a027",
  "FCMGE (scalar) sz=1":
    "2aa1eaf6 35affcef 2aa1eaf6 35affcef 2aa1eaf6 35affcef 2aa1eaf6 35affcef 0f82b449 2aa1eaf6 2aa1eaf6 0f82b449 0f82b449 0f82b449",
  "FCMGT (vector) Q=0 sz=0":
    "bf62ddba 05d13397 bf62ddba 05d13397 bf62ddba 05d13397 bf62ddba 05d13397 0f84cb90 bf62ddba bf62ddba 0f84cb90 0f84cb90 0f84cb90",
  "FCMGT (vector) Q=1 sz=0":
    "c2088c11 9b4cb474 c2088c11 9b4cb474 c2088c11 9b4cb474 c2088c11 9b4cb474 84ead99e c2088c11 c2088c11 84ead99e 84ead99e 84ead99e",
  "FCMGT (vector) Q=1 sz=1":
    "aae343ba 4487f19c aae343ba 4487f19c aae343ba 4487f19c aae343ba 4487f19c 3e7edd89 aae343ba aae343ba 3e7edd89 3e7edd89 3e7edd89",
  "FCMGT (scalar) sz=0":
    "a3fb317b 53c8b985 a3fb317b 53c8b985 a3fb317b 53c8b985 a3fb317b 53c8b985 19b15506 a3fb317b a3fb317b 19b15506 19b15506 19b15506",
  "FCMGT (scalar) sz=1":
    "2aa1eaf6 35affcef 2aa1eaf6 35affcef 2aa1eaf6 35affcef 2aa1eaf6 35affcef 2893f14e 2aa1eaf6 2aa1eaf6 2893f14e 2893f14e 2893f14e",
  "FACGE (vector) Q=0 sz=0":
    "2071c550 218948fe 2071c550 218948fe 2071c550 218948fe 2071c550 218948fe 49369d8a 2071c550 2071c550 49369d8a 49369d8a 49369d8a",
  "FACGE (vector) Q=1 sz=0":
    "c9cce32d 2dcdf6dc c9cce32d 2dcdf6dc c9cce32d 2dcdf6dc c9cce32d 2dcdf6dc 36ed7948 c9cce32d c9cce32d 36ed7948 36ed7948 36ed7948",
  "FACGE (vector) Q=1 sz=1":
    "aa6eeb83 ef9225c6 aa6eeb83 ef9225c6 aa6eeb83 ef9225c6 aa6eeb83 ef9225c6 e6edd9b5 aa6eeb83 aa6eeb83 e6edd9b5 e6edd9b5 e6edd9b5",
  "FACGE (scalar) sz=0":
    "e1bf7f19 be04e271 e1bf7f19 be04e271 e1bf7f19 be04e271 e1bf7f19 be04e271 7906f687 e1bf7f19 e1bf7f19 7906f687 7906f687 7906f687",
  "FACGE (scalar) sz=1":
    "65b33441 abd0aa67 65b33441 abd0aa67 65b33441 abd0aa67 65b33441 abd0aa67 26298f89 65b33441 65b33441 26298f89 26298f89 26298f89",
  "FACGT (vector) Q=0 sz=0":
    "e8cc6096 41f5bee5 e8cc6096 41f5bee5 e8cc6096 41f5bee5 e8cc6096 41f5bee5 cbc59727 e8cc6096 e8cc6096 cbc59727 cbc59727 cbc59727",
  "FACGT (vector) Q=1 sz=0":
    "76de1ad3 a4514592 76de1ad3 a4514592 76de1ad3 a4514592 76de1ad3 a4514592 ea226e02 76de1ad3 76de1ad3 ea226e02 ea226e02 ea226e02",
  "FACGT (vector) Q=1 sz=1":
    "aa6eeb83 ef9225c6 aa6eeb83 ef9225c6 aa6eeb83 ef9225c6 aa6eeb83 ef9225c6 f180420e aa6eeb83 aa6eeb83 f180420e f180420e f180420e",
  "FACGT (scalar) sz=0":
    "e1bf7f19 be04e271 e1bf7f19 be04e271 e1bf7f19 be04e271 e1bf7f19 be04e271 4a44e8d0 e1bf7f19 e1bf7f19 4a44e8d0 4a44e8d0 4a44e8d0",
  "FACGT (scalar) sz=1":
    "65b33441 abd0aa67 65b33441 abd0aa67 65b33441 abd0aa67 65b33441 abd0aa67 8003de38 65b33441 65b33441 8003de38 8003de38 8003de38",
  "FDIV (vector) Q=0 sz=0":
    "852f4fec a1bbd48a 1e07586d 198ebb66 4a40dc6f af64c3d0 4c320fdd 166d096d c757cb88 a8777872 852f4fec 28093259 e9171a9b bf5a0766",
  "FDIV (vector) Q=1 sz=0":
    "81cbdef5 2015e2f3 ea402f15 1b1cdfe2 539fda70 d5b28902 503e47f7 e9a907df 881cdede 3f419484 81cbdef5 e5693caf 87fe2db5 94a96b85",
  "FDIV (vector) Q=1 sz=1":
    "38d3477b e0b3466f e620592f 4709ae6f 5ff30507 e9d9ba73 362d13f0 aa8880fe cc1f44ae 8df9f04e 38d3477b a7f00643 06480421 3e954327",
  "FMAXNMP (vector) Q=0 sz=0":
    "0659e25e 1c404920 0659e25e 1c404920 0659e25e 1c404920 0659e25e 1c404920 879982a0 06f4929d 0659e25e 879982a0 1a3cef22 1a3cef22",
  "FMAXNMP (vector) Q=1 sz=0":
    "3e3ca36f 21080e18 3e3ca36f 21080e18 3e3ca36f 21080e18 3e3ca36f 21080e18 4dff4207 33a5800e 3e3ca36f 4dff4207 3ecb2bd5 3ecb2bd5",
  "FMAXNMP (vector) Q=1 sz=1":
    "fd128bbc 9ad02986 fd128bbc 9ad02986 fd128bbc 9ad02986 fd128bbc 9ad02986 51006c9b 60e9bb71 fd128bbc 51006c9b 3a3fb279 3a3fb279",
  "FMAXNMP (scalar) sz=0":
    "4dd93a34 be60b675 4dd93a34 be60b675 4dd93a34 be60b675 4dd93a34 be60b675 41e6e413 e676fad3 4dd93a34 41e6e413 808b5201 808b5201",
  "FMAXNMP (scalar) sz=1":
    "0f6f81c6 e163290a 0f6f81c6 e163290a 0f6f81c6 e163290a 0f6f81c6 e163290a ef799927 cd6e3258 0f6f81c6 ef799927 c1b34a47 c1b34a47",
  FMAXNMV:
    "1808d66b 6a66207b 1808d66b 6a66207b 1808d66b 6a66207b 1808d66b 6a66207b 4ff06df4 63c37ad0 1808d66b 4ff06df4 25061cc0 25061cc0",
  "FMINNMP (vector) Q=0 sz=0":
    "5e7ee7cd 9b80f46e 5e7ee7cd 9b80f46e 5e7ee7cd 9b80f46e 5e7ee7cd 9b80f46e 024c393e 0141bbd5 5e7ee7cd 024c393e 6fa95656 6fa95656",
  "FMINNMP (vector) Q=1 sz=0":
    "d602abdc 5bddf017 d602abdc 5bddf017 d602abdc 5bddf017 d602abdc 5bddf017 ffe9ede7 a02f769f d602abdc ffe9ede7 66d5c481 66d5c481",
  "FMINNMP (vector) Q=1 sz=1":
    "ee864272 4682d632 ee864272 4682d632 ee864272 4682d632 ee864272 4682d632 93deb91e 56a810dd ee864272 93deb91e 423903cf 423903cf",
  "FMINNMP (scalar) sz=0":
    "e0657ae0 4773a728 e0657ae0 4773a728 e0657ae0 4773a728 e0657ae0 4773a728 7101df40 6ddcf4c6 e0657ae0 7101df40 9f3ba086 9f3ba086",
  "FMINNMP (scalar) sz=1":
    "930f6334 abdddbcb 930f6334 abdddbcb 930f6334 abdddbcb 930f6334 abdddbcb ec1cee16 9980253f 930f6334 ec1cee16 20b92fad 20b92fad",
  FMINNMV:
    "94307b1a 7a3a96f8 94307b1a 7a3a96f8 94307b1a 7a3a96f8 94307b1a 7a3a96f8 e1740a7b aa0fa09e 94307b1a e1740a7b 8377ce77 8377ce77",
  "FADDP (vector) Q=0 sz=0":
    "e3c8ea41 76d70a23 cf46e821 cc4cf763 46bb0c1c 65c42e17 601d7461 d28cf033 6db4038d 40d18e1c e3c8ea41 a1dfe5ba 3a453c1f 5184d97b",
  "FADDP (vector) Q=1 sz=0":
    "232bf240 dc275517 e913511d 8e7ef73c cef7884c 45a65392 ddbbbbe5 cc9dce09 54af2a40 30c75873 232bf240 47579589 dc4bef69 c4a6bbf9",
  "FADDP (vector) Q=1 sz=1":
    "4221e5ae c0b799f8 d2b19bd8 06d038f2 506c991c 60f9ff4b 9bf42569 0d3b3f42 34331e4b 36d4853d 4221e5ae 2ae47c43 7ea0591e 74819e43",
  "FADDP (scalar) sz=0":
    "eb868efe 9c24d7bf 1385d015 00957de9 9513e516 1771a8e8 cf99992f 97a52720 d14565f0 899f3c53 eb868efe 9480cc67 0dc2e149 10c31456",
  "FADDP (scalar) sz=1":
    "35860383 dbccf980 7dd5f333 040e933d d63af6aa afff6071 09d40798 8001faed b5392990 78e60320 35860383 7acde5f0 ea877e68 387dbce8",
  "FMAXP (vector) Q=0 sz=0":
    "734aee4e 027761f7 734aee4e 027761f7 734aee4e 027761f7 734aee4e 027761f7 207d7df6 0b109d5f 734aee4e 207d7df6 3a20b1f9 3a20b1f9",
  "FMAXP (vector) Q=1 sz=0":
    "a7ffb706 e6aab27d a7ffb706 e6aab27d a7ffb706 e6aab27d a7ffb706 e6aab27d 3a0c379d 67574c41 a7ffb706 3a0c379d b42921fe b42921fe",
  "FMAXP (vector) Q=1 sz=1":
    "7d9625d5 0e9bf082 7d9625d5 0e9bf082 7d9625d5 0e9bf082 7d9625d5 0e9bf082 d2a6ee2a 972e66b7 7d9625d5 d2a6ee2a 32558f6f 32558f6f",
  "FMAXP (scalar) sz=0":
    "c43b6e29 9f1b18b2 c43b6e29 9f1b18b2 c43b6e29 9f1b18b2 c43b6e29 9f1b18b2 4d9181c1 dc75e650 c43b6e29 4d9181c1 33d12f02 33d12f02",
  "FMAXP (scalar) sz=1":
    "043ba566 f032e6dc 043ba566 f032e6dc 043ba566 f032e6dc 043ba566 f032e6dc 6da810ff 786b60d0 043ba566 6da810ff 5b9e5ca7 5b9e5ca7",
  FMAXV:
    "8af267a7 cc4b22ce 8af267a7 cc4b22ce 8af267a7 cc4b22ce 8af267a7 cc4b22ce f33fd13c 288c2118 8af267a7 f33fd13c f77555a3 f77555a3",
  "FMINP (vector) Q=0 sz=0":
    "5a7b1eaa 8969fb6f 5a7b1eaa 8969fb6f 5a7b1eaa 8969fb6f 5a7b1eaa 8969fb6f 6ddc9132 f833e284 5a7b1eaa 6ddc9132 4995d6e6 4995d6e6",
  "FMINP (vector) Q=1 sz=0":
    "7fc0507e b7ca86b8 7fc0507e b7ca86b8 7fc0507e b7ca86b8 7fc0507e b7ca86b8 0612c4cf 2d38b35c 7fc0507e 0612c4cf 95d5bc02 95d5bc02",
  "FMINP (vector) Q=1 sz=1":
    "553887f4 148327b1 553887f4 148327b1 553887f4 148327b1 553887f4 148327b1 71792150 d793493e 553887f4 71792150 5cfa4d7c 5cfa4d7c",
  "FMINP (scalar) sz=0":
    "96de6022 d1b3a16c 96de6022 d1b3a16c 96de6022 d1b3a16c 96de6022 d1b3a16c a8ce6d9e 4a385480 96de6022 a8ce6d9e e1c9b23f e1c9b23f",
  "FMINP (scalar) sz=1":
    "91746ea0 75c74562 91746ea0 75c74562 91746ea0 75c74562 91746ea0 75c74562 51f6216c 117f4f4a 91746ea0 51f6216c 05ef8ae0 05ef8ae0",
  FMINV:
    "b92f31c7 76f98f70 b92f31c7 76f98f70 b92f31c7 76f98f70 b92f31c7 76f98f70 c614c6cb 68d05441 b92f31c7 c614c6cb e797cabe e797cabe",
  "FCMGT (zero) (vector) Q=0 sz=0":
    "8b242a93 ed56231d 8b242a93 ed56231d 8b242a93 ed56231d 8b242a93 ed56231d 7aefc23f 8b242a93 8b242a93 7aefc23f 7aefc23f 7aefc23f",
  "FCMGT (zero) (vector) Q=1 sz=0":
    "7629ad15 15332a75 7629ad15 15332a75 7629ad15 15332a75 7629ad15 15332a75 c98d927d 7629ad15 7629ad15 c98d927d c98d927d c98d927d",
  "FCMGT (zero) (vector) Q=1 sz=1":
    "c4899725 d6494d12 c4899725 d6494d12 c4899725 d6494d12 c4899725 d6494d12 0c82a8fe c4899725 c4899725 0c82a8fe 0c82a8fe 0c82a8fe",
  "FCMGT (zero) (scalar) sz=0":
    "a6db2ef6 19bf8d0e a6db2ef6 19bf8d0e a6db2ef6 19bf8d0e a6db2ef6 19bf8d0e f5525722 a6db2ef6 a6db2ef6 f5525722 f5525722 f5525722",
  "FCMGT (zero) (scalar) sz=1":
    "bcffdfec 654110ba bcffdfec 654110ba bcffdfec 654110ba bcffdfec 654110ba c9003bc1 bcffdfec bcffdfec c9003bc1 c9003bc1 c9003bc1",
  "FCMGE (zero) (vector) Q=0 sz=0":
    "e41103b2 26c4f2bd e41103b2 26c4f2bd e41103b2 26c4f2bd e41103b2 26c4f2bd 10124df8 e41103b2 e41103b2 10124df8 10124df8 10124df8",
  "FCMGE (zero) (vector) Q=1 sz=0":
    "6e786f83 3aa822e2 6e786f83 3aa822e2 6e786f83 3aa822e2 6e786f83 3aa822e2 0c601c00 6e786f83 6e786f83 0c601c00 0c601c00 0c601c00",
  "FCMGE (zero) (vector) Q=1 sz=1":
    "0a4b3b1b 6f85a32c 0a4b3b1b 6f85a32c 0a4b3b1b 6f85a32c 0a4b3b1b 6f85a32c c08d1922 0a4b3b1b 0a4b3b1b c08d1922 c08d1922 c08d1922",
  "FCMGE (zero) (scalar) sz=0":
    "be267eac 4685f4c0 be267eac 4685f4c0 be267eac 4685f4c0 be267eac 4685f4c0 a8206b37 be267eac be267eac a8206b37 a8206b37 a8206b37",
  "FCMGE (zero) (scalar) sz=1":
    "24af3bd5 61bbf5d0 24af3bd5 61bbf5d0 24af3bd5 61bbf5d0 24af3bd5 61bbf5d0 1c605422 24af3bd5 24af3bd5 1c605422 1c605422 1c605422",
  "FCMEQ (zero) (vector) Q=0 sz=0":
    "7959b9f0 62a89ea7 7959b9f0 62a89ea7 7959b9f0 62a89ea7 7959b9f0 62a89ea7 f519fa31 7959b9f0 7959b9f0 f519fa31 f519fa31 f519fa31",
  "FCMEQ (zero) (vector) Q=1 sz=0":
    "3215d886 4165b555 3215d886 4165b555 3215d886 4165b555 3215d886 4165b555 8dab42e6 3215d886 3215d886 8dab42e6 8dab42e6 8dab42e6",
  "FCMEQ (zero) (vector) Q=1 sz=1":
    "867a3a39 d3e4e815 867a3a39 d3e4e815 867a3a39 d3e4e815 867a3a39 d3e4e815 57063ac0 867a3a39 867a3a39 57063ac0 57063ac0 57063ac0",
  "FCMEQ (zero) (scalar) sz=0":
    "4023e68d 86810eb8 4023e68d 86810eb8 4023e68d 86810eb8 4023e68d 86810eb8 2a821fe1 4023e68d 4023e68d 2a821fe1 2a821fe1 2a821fe1",
  "FCMEQ (zero) (scalar) sz=1":
    "867a3a39 d3e4e815 867a3a39 d3e4e815 867a3a39 d3e4e815 867a3a39 d3e4e815 7eb35d9a 867a3a39 867a3a39 7eb35d9a 7eb35d9a 7eb35d9a",
  "FCMLE (zero) (vector) Q=0 sz=0":
    "3284fd85 28cab523 3284fd85 28cab523 3284fd85 28cab523 3284fd85 28cab523 224edc83 3284fd85 3284fd85 224edc83 224edc83 224edc83",
  "FCMLE (zero) (vector) Q=1 sz=0":
    "f5a8aa68 fee1edf4 f5a8aa68 fee1edf4 f5a8aa68 fee1edf4 f5a8aa68 fee1edf4 092d08ef f5a8aa68 f5a8aa68 092d08ef 092d08ef 092d08ef",
  "FCMLE (zero) (vector) Q=1 sz=1":
    "96dd4e86 95089acd 96dd4e86 95089acd 96dd4e86 95089acd 96dd4e86 95089acd 962477d6 96dd4e86 96dd4e86 962477d6 962477d6 962477d6",
  "FCMLE (zero) (scalar) sz=0":
    "e1f25a74 aa4921d9 e1f25a74 aa4921d9 e1f25a74 aa4921d9 e1f25a74 aa4921d9 d5d9bd21 e1f25a74 e1f25a74 d5d9bd21 d5d9bd21 d5d9bd21",
  "FCMLE (zero) (scalar) sz=1":
    "4461ef48 f7409adb 4461ef48 f7409adb 4461ef48 f7409adb 4461ef48 f7409adb b3dba264 4461ef48 4461ef48 b3dba264 b3dba264 b3dba264",
  "FCMLT (zero) (vector) Q=0 sz=0":
    "8846948e fe7b0d18 8846948e fe7b0d18 8846948e fe7b0d18 8846948e fe7b0d18 e5473bfe 8846948e 8846948e e5473bfe e5473bfe e5473bfe",
  "FCMLT (zero) (vector) Q=1 sz=0":
    "bdc3dc0f ec0571e0 bdc3dc0f ec0571e0 bdc3dc0f ec0571e0 bdc3dc0f ec0571e0 89837e5c bdc3dc0f bdc3dc0f 89837e5c 89837e5c 89837e5c",
  "FCMLT (zero) (vector) Q=1 sz=1":
    "8ac16c3c 434395a9 8ac16c3c 434395a9 8ac16c3c 434395a9 8ac16c3c 434395a9 1075656e 8ac16c3c 8ac16c3c 1075656e 1075656e 1075656e",
  "FCMLT (zero) (scalar) sz=0":
    "38def632 514a9a20 38def632 514a9a20 38def632 514a9a20 38def632 514a9a20 00378b62 38def632 38def632 00378b62 00378b62 00378b62",
  "FCMLT (zero) (scalar) sz=1":
    "d5b01ea8 78d573c5 d5b01ea8 78d573c5 d5b01ea8 78d573c5 d5b01ea8 78d573c5 48d54de5 d5b01ea8 d5b01ea8 48d54de5 48d54de5 48d54de5",
  "FRINTN (vector) Q=0 sz=0":
    "5bc0f5ba 5d882c04 5bc0f5ba 5d882c04 5bc0f5ba 5d882c04 5bc0f5ba 5d882c04 a5bd17cd ceee2219 5bc0f5ba a5bd17cd c0d6a763 c0d6a763",
  "FRINTN (vector) Q=1 sz=0":
    "9d9607f6 9e925a7c 9d9607f6 9e925a7c 9d9607f6 9e925a7c 9d9607f6 9e925a7c df802bee 76a7249a 9d9607f6 df802bee a75aefeb a75aefeb",
  "FRINTN (vector) Q=1 sz=1":
    "adbfb627 8d3d3765 adbfb627 8d3d3765 adbfb627 8d3d3765 adbfb627 8d3d3765 b69dc79f 01515ad8 adbfb627 b69dc79f 86e5ac2f 86e5ac2f",
  "FRINTA (vector) Q=0 sz=0":
    "5bc0f5ba 5d882c04 5bc0f5ba 5d882c04 5bc0f5ba 5d882c04 5bc0f5ba 5d882c04 a5bd17cd ceee2219 5bc0f5ba a5bd17cd c0d6a763 c0d6a763",
  "FRINTA (vector) Q=1 sz=0":
    "cefa2df9 de62dabe cefa2df9 de62dabe cefa2df9 de62dabe cefa2df9 de62dabe de1431cc 18a1490d cefa2df9 de1431cc d9796716 d9796716",
  "FRINTA (vector) Q=1 sz=1":
    "90ab5639 32dbbb34 90ab5639 32dbbb34 90ab5639 32dbbb34 90ab5639 32dbbb34 ce076c63 b597c88b 90ab5639 ce076c63 4e547de3 4e547de3",
  "FRINTP (vector) Q=0 sz=0":
    "e3236704 b04bb1f8 e3236704 b04bb1f8 e3236704 b04bb1f8 e3236704 b04bb1f8 be4a22c2 e1d5b0f4 e3236704 be4a22c2 c3a587d5 c3a587d5",
  "FRINTP (vector) Q=1 sz=0":
    "af89cc74 3f03883f af89cc74 3f03883f af89cc74 3f03883f af89cc74 3f03883f fbb978b5 aa94d996 af89cc74 fbb978b5 631adb2b 631adb2b",
  "FRINTP (vector) Q=1 sz=1":
    "e3161abd 8e026ec5 e3161abd 8e026ec5 e3161abd 8e026ec5 e3161abd 8e026ec5 c9c054f1 1b29c450 e3161abd c9c054f1 d44f7dbf d44f7dbf",
  "FRINTM (vector) Q=0 sz=0":
    "69b0a1aa 2f829b0f 69b0a1aa 2f829b0f 69b0a1aa 2f829b0f 69b0a1aa 2f829b0f b61cd5e1 c313ad44 69b0a1aa b61cd5e1 d55507a4 d55507a4",
  "FRINTM (vector) Q=1 sz=0":
    "8fd63fd4 f3ed629f 8fd63fd4 f3ed629f 8fd63fd4 f3ed629f 8fd63fd4 f3ed629f 85ef5938 7576e8be 8fd63fd4 85ef5938 1fd62b46 1fd62b46",
  "FRINTM (vector) Q=1 sz=1":
    "6b8fb7bb 516f2e30 6b8fb7bb 516f2e30 6b8fb7bb 516f2e30 6b8fb7bb 516f2e30 859674ad e2fe8a18 6b8fb7bb 859674ad f5a1fdfe f5a1fdfe",
  "FRINTX (vector) Q=0 sz=0":
    "56853369 5d882c04 5b8084a3 b04bb1f8 f08f24ae 2f829b0f b37d50b9 4c1a1c58 2ec8dc9d 2fca189a 56853369 4f3138b0 822c6be6 2d2f8a23",
  "FRINTX (vector) Q=1 sz=0":
    "4c8396ba 9e925a7c 7cb75016 3f03883f b732e739 f3ed629f 415ce7c5 5e79786f 60258e08 2638b140 4c8396ba 336fbd20 76077579 78aebfd6",
  "FRINTX (vector) Q=1 sz=1":
    "ea2a4b27 8d3d3765 533ad600 8e026ec5 2574dcba 516f2e30 a74e101b cad93c23 26f86b0a f215e5af ea2a4b27 0ac081e2 712da55b 59bbd725",
  "FRINTZ (vector) Q=0 sz=0":
    "eea68dcf 4c1a1c58 eea68dcf 4c1a1c58 eea68dcf 4c1a1c58 eea68dcf 4c1a1c58 ea048ced 9e3e3012 eea68dcf ea048ced 37f1ecbd 37f1ecbd",
  "FRINTZ (vector) Q=1 sz=0":
    "12739b0f 5e79786f 12739b0f 5e79786f 12739b0f 5e79786f 12739b0f 5e79786f 7a3851ca f4ae4805 12739b0f 7a3851ca 4df1582a 4df1582a",
  "FRINTZ (vector) Q=1 sz=1":
    "ae17b351 cad93c23 ae17b351 cad93c23 ae17b351 cad93c23 ae17b351 cad93c23 333de84b c619c185 ae17b351 333de84b 104bcec3 104bcec3",
  "FRINTI (vector) Q=0 sz=0":
    "5bc0f5ba 5d882c04 e3236704 b04bb1f8 69b0a1aa 2f829b0f eea68dcf 4c1a1c58 a5bd17cd ceee2219 5bc0f5ba be4a22c2 d55507a4 37f1ecbd",
  "FRINTI (vector) Q=1 sz=0":
    "9d9607f6 9e925a7c af89cc74 3f03883f 8fd63fd4 f3ed629f 12739b0f 5e79786f df802bee 76a7249a 9d9607f6 fbb978b5 1fd62b46 4df1582a",
  "FRINTI (vector) Q=1 sz=1":
    "adbfb627 8d3d3765 e3161abd 8e026ec5 6b8fb7bb 516f2e30 ae17b351 cad93c23 b69dc79f 01515ad8 adbfb627 c9c054f1 f5a1fdfe 104bcec3",
  "FRECPE (vector) Q=0 sz=0":
    "71117b20 5ad80d1d 59afe53c c00c6890 45ff90b3 e3808b4b 3b802fe5 347769cd 9bc53c6d 1bf7ad40 71117b20 9bc53c6d bb640111 bb640111",
  "FRECPE (vector) Q=1 sz=0":
    "9c410ab7 a5dd5b2f 501962ba 388841c6 c1a0258e dc41faa7 7fc12a60 669c84f8 38e4a6e7 2a3ab367 9c410ab7 38e4a6e7 475bafe2 475bafe2",
  "FRECPE (vector) Q=1 sz=1":
    "447a357c a915851a 448bc78b 13470ad9 149975ea a6952933 946b505e 141e9488 9a2020be eb0d7506 447a357c 9a2020be f32f7382 f32f7382",
  "FRECPE (scalar) sz=0":
    "9bd48536 1cb832cb 4a2cd250 a9f430f0 1d741695 7ce30a58 20e4c287 2a094df5 4d17f12f 4b5c6bf6 9bd48536 4d17f12f fd7717dc fd7717dc",
  "FRECPE (scalar) sz=1":
    "af849271 b72327b0 117e7c28 3c176369 588046e8 c608c0bd 41b05e0d c6532d5f a11716be eefbeabc af849271 a11716be ae7895ef ae7895ef",
  "FRSQRTE (vector) Q=0 sz=0":
    "09421946 4dd4442a 09421946 4dd4442a 09421946 4dd4442a 09421946 4dd4442a 91ed3849 263d44f9 09421946 91ed3849 90298854 90298854",
  "FRSQRTE (vector) Q=1 sz=0":
    "27f7e2fe e04479b1 27f7e2fe e04479b1 27f7e2fe e04479b1 27f7e2fe e04479b1 b295164c f69f449c 27f7e2fe b295164c 467b70e0 467b70e0",
  "FRSQRTE (vector) Q=1 sz=1":
    "33d4116d d7c8602d 33d4116d d7c8602d 33d4116d d7c8602d 33d4116d d7c8602d 1cd069b2 92e0f850 33d4116d 1cd069b2 bc856dfe bc856dfe",
  "FRSQRTE (scalar) sz=0":
    "ffad5d5c af1a29a1 ffad5d5c af1a29a1 ffad5d5c af1a29a1 ffad5d5c af1a29a1 958cc112 c24c8783 ffad5d5c 958cc112 6383582e 6383582e",
  "FRSQRTE (scalar) sz=1":
    "cdf458ef 2483d055 cdf458ef 2483d055 cdf458ef 2483d055 cdf458ef 2483d055 971b42c7 c29881e2 cdf458ef 971b42c7 6437a6b5 6437a6b5",
  "FRECPX (scalar) sz=0":
    "8255e9fb ec5b159e 8255e9fb ec5b159e 8255e9fb ec5b159e 8255e9fb ec5b159e c825adad 4685f9ef 8255e9fb c825adad 93aa0694 93aa0694",
  "FRECPX (scalar) sz=1":
    "612f3941 a85d5c57 612f3941 a85d5c57 612f3941 a85d5c57 612f3941 a85d5c57 4d2b3bb8 235d6877 612f3941 4d2b3bb8 31437c69 31437c69",
  "FSQRT (vector) Q=0 sz=0":
    "b6081156 a7192578 124546c3 e18a4dda 18d82fb3 14a6dd72 18d82fb3 14a6dd72 29fb61d9 a40b7f4b b6081156 ba422bb0 e0846559 e0846559",
  "FSQRT (vector) Q=1 sz=0":
    "007cdeed 682198ac b36eb43b 5d6f4bd2 2e4c623f 3a72e634 2e4c623f 3a72e634 afb1678f d83a1e9f 007cdeed f199eec1 3192a41f 3192a41f",
  "FSQRT (vector) Q=1 sz=1":
    "06155080 71a7b9a7 2d942777 10dae595 1783e076 e0845097 1783e076 e0845097 9c9a05fc 80c7207e 06155080 2c3ba33a 676ebac1 676ebac1",
  "FABS/FNEG (vector) Q=0 U=0 sz=0":
    "60faca1d b38b9be8 60faca1d b38b9be8 60faca1d b38b9be8 60faca1d b38b9be8 60faca1d 60faca1d 60faca1d 60faca1d 60faca1d 60faca1d",
  "FABS/FNEG (vector) Q=1 U=0 sz=0":
    "417b7854 3a168c5e 417b7854 3a168c5e 417b7854 3a168c5e 417b7854 3a168c5e 417b7854 417b7854 417b7854 417b7854 417b7854 417b7854",
  "FABS/FNEG (vector) Q=0 U=1 sz=0":
    "fa7be139 86ed86e4 fa7be139 86ed86e4 fa7be139 86ed86e4 fa7be139 86ed86e4 fa7be139 fa7be139 fa7be139 fa7be139 fa7be139 fa7be139",
  "FABS/FNEG (vector) Q=1 U=1 sz=0":
    "ce85979a a8c542cc ce85979a a8c542cc ce85979a a8c542cc ce85979a a8c542cc ce85979a ce85979a ce85979a ce85979a ce85979a ce85979a",
  "FABS/FNEG (vector) Q=1 U=0 sz=1":
    "dc3ef877 285ffc41 dc3ef877 285ffc41 dc3ef877 285ffc41 dc3ef877 285ffc41 dc3ef877 dc3ef877 dc3ef877 dc3ef877 dc3ef877 dc3ef877",
  "FABS/FNEG (vector) Q=1 U=1 sz=1":
    "c2134399 44c4e3e8 c2134399 44c4e3e8 c2134399 44c4e3e8 c2134399 44c4e3e8 c2134399 c2134399 c2134399 c2134399 c2134399 c2134399",
  "URECPE/URSQRTE Q=0 U=0":
    "bb9169e2 2b18076d bb9169e2 2b18076d bb9169e2 2b18076d bb9169e2 2b18076d bb9169e2 bb9169e2 bb9169e2 bb9169e2 bb9169e2 bb9169e2",
  "URECPE/URSQRTE Q=1 U=0":
    "02c82d26 bbf5caea 02c82d26 bbf5caea 02c82d26 bbf5caea 02c82d26 bbf5caea 02c82d26 02c82d26 02c82d26 02c82d26 02c82d26 02c82d26",
  "URECPE/URSQRTE Q=0 U=1":
    "0ec19101 609be41d 0ec19101 609be41d 0ec19101 609be41d 0ec19101 609be41d 0ec19101 0ec19101 0ec19101 0ec19101 0ec19101 0ec19101",
  "URECPE/URSQRTE Q=1 U=1":
    "075b2eaf 3d24489c 075b2eaf 3d24489c 075b2eaf 3d24489c 075b2eaf 3d24489c 075b2eaf 075b2eaf 075b2eaf 075b2eaf 075b2eaf 075b2eaf",
  "FMLA (by element, S) Q=0":
    "51b2c3a4 c540edfc fe7bbcef 2e692098 185b53e3 6ff0f7b9 cdcda421 c3e53ffc b918a314 3896d9f6 51b2c3a4 4ccf88dc 56bd7b8f b2dfff2f",
  "FMLA (by element, S) Q=1":
    "16d471bc b4e8096d 9f1df631 d6eded74 9ba499b9 347765df b877e148 e52468ed b30906d6 a8f39d6a 16d471bc 588e3ea1 497598ac 6ffa62f9",
  "FMLA (by element, scalar, S)":
    "89dc8b5a 5c4668ac 0845355c f3e871df 22a75750 1f1cd8e7 a11f3740 21392482 9bae6f1a b343b389 89dc8b5a ce3ee1cf 405034b9 9d0b962e",
  "FMLA (by element, D) Q=1":
    "2c56b688 49b9fece 9c339961 01da18a9 e3bb721d 97e2172f 74734232 30e92ce7 4140e8e2 a7affdfd 2c56b688 b95da099 2fb7cad2 3642dcdb",
  "FMLA (by element, scalar, D)":
    "065a7bcd 5ed1fbe0 51ab11a1 96c3e92c 742bd0c8 2677dd77 449d4b41 7c9dfe20 182623eb 4b47ca90 065a7bcd a916e56c 589edcf5 a3e4890a",
  "FMLS (by element, S) Q=0":
    "929be7cc 4cc39a1b ce3496ee 111860f5 705c8e8a 11857609 d980940b 10250693 764b3f03 4f9a748c 929be7cc 9d2cbd04 1ec1e07b b9190c98",
  "FMLS (by element, S) Q=1":
    "46adf25b b62d73ba 2f520598 d5f1e1d3 27bdf14e a12f0276 4c17b247 1545946d 13ed8f4a d2f9fac2 46adf25b d1fc7126 5802e3d4 b837f374",
  "FMLS (by element, scalar, S)":
    "b78d4085 a2aebe1b 7b9e53a9 c5b817c9 b25bce9a 22299a11 c45a30d3 e344779f 3187a08b 03494866 b78d4085 6b466460 043e8532 193972bb",
  "FMLS (by element, D) Q=1":
    "59aa5c98 1ab1df3c 3fd29ced 023cc666 de7027dc 73e5c1e9 d48928ab 268d6a83 25f51cfc 91712ddc 59aa5c98 03c0132f 605ce799 9eb990fd",
  "FMLS (by element, scalar, D)":
    "c3b3d9ae 69cbf1ee 4cb176c2 9e7d19e2 e7327355 b4992261 696aaf18 913325d2 271b287a a8f4335c c3b3d9ae 10077ca2 6036cc9e 90ccd570",
  "FMUL (by element, S) Q=0":
    "06079bb3 f8bc4907 5606fe2a ce67c26b 92e3d86d 1839d5e6 d6580d99 728962c7 4e6fdf7b 77d30628 06079bb3 e078fb20 32a77499 c9bc042a",
  "FMUL (by element, S) Q=1":
    "7ccf011a 82091849 d2e5d0fc 89587012 053d81ac 25423ddb 95bdc094 c5078ed2 fde69846 e00bdc74 7ccf011a 2bdc785c 4092326f 45b9e2da",
  "FMUL (by element, scalar, S)":
    "9f0d573f 9cb84482 8d098e50 313537a6 0dd889c3 e54aced1 0004028c 4145a668 1ce68375 06a1f5d0 9f0d573f 33fd967a e5d7bcc6 08f3ea91",
  "FMUL (by element, D) Q=1":
    "9e734696 e0b43609 922751c9 b2864809 bf4dc599 2fbd7aca bceae28a c7672c5b e3af78b9 c1cf19b6 9e734696 da9726bc 388ed631 545369a0",
  "FMUL (by element, scalar, D)":
    "2adfed46 0c620d2d 1f9e4cd9 bff655cc 106e175c 17a13a31 cfb20fa0 dec2542e 6143000f e29011c0 2adfed46 e3ef691a 1710f69e b085bc12",
  "FMULX (by element, S) Q=0":
    "08d902ae d84d4baa a88b3824 1ea826a2 87bd7e2d 33eba317 c801a2bf 68990544 ebb0049a 9399bc3b 08d902ae 439b1e54 a72b3ab1 59653a9f",
  "FMULX (by element, S) Q=1":
    "c749d258 6be9975e 2a3e9203 b6ec35f9 c8fc141f 3532d1a1 905a7bc6 69f01b71 1fdfbf14 7a0d4576 c749d258 c5ade2c8 9214c09a 4b722274",
  "FMULX (by element, scalar, S)":
    "39b296ee 8f205678 d245614b adc7c10a fe99fd25 e9047b70 a4c0dc66 30cd29fb 02a15226 5cabf98a 39b296ee 5778a82b 891ec14f 099c6675",
  "FMULX (by element, D) Q=1":
    "9e734696 e0b43609 922751c9 b2864809 bf4dc599 2fbd7aca bceae28a c7672c5b e3af78b9 c1cf19b6 9e734696 da9726bc 388ed631 545369a0",
  "FMULX (by element, scalar, D)":
    "2adfed46 0c620d2d 1f9e4cd9 bff655cc 106e175c 17a13a31 cfb20fa0 dec2542e 6143000f e29011c0 2adfed46 e3ef691a 1710f69e b085bc12",
  "all halves: FCVT S0, H1": "07d8c220 506ff90b 506ff90b",
  "all halves: FCVT D0, H1": "54db9112 ba12229d ba12229d",
  "all halves: FCVTL V0.4S, V1.4H": "a560fc31 7d871dbc 7d871dbc",
  "between all halves: FCVTN V0.4H, V1.4S": "9abaffbf 1495ac25 7b39a400 6bb28282",
  "between all halves: FCVT H0, D1": "d487a64e d487a64e 268ad296 7b1c5111",
}
