/** A territorial police force and the local authority districts it polices. */
export interface PoliceArea {
  name: string;
  /** The force's page under https://www.police.uk/pu/your-area/; null where we do not know it. */
  slug: string | null;
  /**
   * GSS codes of its districts, those since abolished or recoded too; `E07000032-39` runs to E07000039 (the figures
   * after the hyphen replace as many at the end), and a code of three characters stands for all that begin so.
   */
  districts: string;
}

/** Police areas follow districts (Police Act 1996, schedule 1; Police and Fire Reform (Scotland) Act 2012). */
export const policeAreas: readonly PoliceArea[] = [
  {
    name: "Avon and Somerset Police",
    slug: null,
    districts: "E06000022-25 E06000066 E07000187-91 E07000246",
  },
  { name: "Bedfordshire Police", slug: "bedfordshire-police", districts: "E06000032 E06000055-56" },
  {
    name: "Cambridgeshire Constabulary",
    slug: "cambridgeshire-constabulary",
    districts: "E06000031 E07000008-12",
  },
  { name: "Cheshire Constabulary", slug: "cheshire-constabulary", districts: "E06000006-07 E06000049-50" },
  { name: "City of London Police", slug: "city-of-london-police", districts: "E09000001" },
  { name: "Cleveland Police", slug: "cleveland-police", districts: "E06000001-04" },
  { name: "Cumbria Constabulary", slug: "cumbria-constabulary", districts: "E06000063-64 E07000026-31" },
  { name: "Derbyshire Constabulary", slug: "derbyshire-constabulary", districts: "E06000015 E07000032-39" },
  { name: "Devon and Cornwall Police", slug: null, districts: "E06000026-27 E06000052-53 E07000040-47" },
  { name: "Dorset Police", slug: "dorset-police", districts: "E06000028-29 E06000058-59 E07000048-53" },
  { name: "Durham Constabulary", slug: "durham-constabulary", districts: "E06000005 E06000047" },
  { name: "Dyfed-Powys Police", slug: "dyfed-powys-police", districts: "W06000008-10 W06000023" },
  { name: "Essex Police", slug: "essex-police", districts: "E06000033-34 E07000066-77" },
  { name: "Gloucestershire Constabulary", slug: "gloucestershire-constabulary", districts: "E07000078-83" },
  { name: "Greater Manchester Police", slug: "greater-manchester-police", districts: "E08000001-10" },
  { name: "Gwent Police", slug: "gwent-police", districts: "W06000018-22" },
  { name: "Hampshire and Isle of Wight Constabulary", slug: null, districts: "E06000044-46 E07000084-94" },
  {
    name: "Hertfordshire Constabulary",
    slug: "hertfordshire-constabulary",
    districts: "E07000095-104 E07000240-43",
  },
  { name: "Humberside Police", slug: "humberside-police", districts: "E06000010-13" },
  { name: "Kent Police", slug: "kent-police", districts: "E06000035 E07000105-16" },
  {
    name: "Lancashire Constabulary",
    slug: "lancashire-constabulary",
    districts: "E06000008-09 E07000117-28",
  },
  { name: "Leicestershire Police", slug: "leicestershire-police", districts: "E06000016-17 E07000129-35" },
  { name: "Lincolnshire Police", slug: "lincolnshire-police", districts: "E07000136-42" },
  { name: "Merseyside Police", slug: "merseyside-police", districts: "E08000011-15" },
  { name: "Metropolitan Police Service", slug: "metropolitan-police-service", districts: "E09000002-33" },
  { name: "Norfolk Constabulary", slug: "norfolk-constabulary", districts: "E07000143-49" },
  { name: "North Wales Police", slug: "north-wales-police", districts: "W06000001-06" },
  {
    name: "North Yorkshire Police",
    slug: "north-yorkshire-police",
    districts: "E06000014 E06000065 E07000163-69",
  },
  {
    name: "Northamptonshire Police",
    slug: "northamptonshire-police",
    districts: "E06000061-62 E07000150-56",
  },
  {
    name: "Northumbria Police",
    slug: "northumbria-police",
    districts: "E06000048 E06000057 E08000020-24 E08000037",
  },
  { name: "Nottinghamshire Police", slug: "nottinghamshire-police", districts: "E06000018 E07000170-76" },
  { name: "Police Scotland", slug: null, districts: "S12" },
  { name: "Police Service of Northern Ireland", slug: null, districts: "N09" },
  { name: "South Wales Police", slug: "south-wales-police", districts: "W06000011-17 W06000024" },
  { name: "South Yorkshire Police", slug: "south-yorkshire-police", districts: "E08000016-19 E08000038-39" },
  { name: "Staffordshire Police", slug: "staffordshire-police", districts: "E06000021 E07000192-99" },
  { name: "Suffolk Constabulary", slug: "suffolk-constabulary", districts: "E07000200-06 E07000244-45" },
  { name: "Surrey Police", slug: "surrey-police", districts: "E07000207-17" },
  { name: "Sussex Police", slug: "sussex-police", districts: "E06000043 E07000061-65 E07000223-29" },
  {
    name: "Thames Valley Police",
    slug: "thames-valley-police",
    districts: "E06000036-42 E06000060 E07000004-07 E07000177-81",
  },
  { name: "Warwickshire Police", slug: "warwickshire-police", districts: "E07000218-22" },
  {
    name: "West Mercia Police",
    slug: "west-mercia-police",
    districts: "E06000019-20 E06000051 E07000234-39",
  },
  { name: "West Midlands Police", slug: "west-midlands-police", districts: "E08000025-31" },
  { name: "West Yorkshire Police", slug: "west-yorkshire-police", districts: "E08000032-36" },
  { name: "Wiltshire Police", slug: "wiltshire-police", districts: "E06000030 E06000054" },
];
