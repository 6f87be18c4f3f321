/**
 * Common English words that mean nothing here but look like words that do. They are never taken
 * for a misspelling: "the same node" does not mean "the name node".
 */
export const englishWords =
  'nvme passed survive stall behind adds sums comes bound gone stuck attached connected installed mounted deleted removed evicted moved resized renamed cloned patched edited destroyed updated upgraded them they those that then into same some such mode code must post rest case base time home come done make take tall hall left were good onto their other another again about begin should shall planned stored stocked alice alike live lives alone along lease late lately half hold held high hint house huge note nude made mark match mine mist moist move need next nice none noon nose only open order page part path place port power pull queue rain rate rather ready real region remote room root rule safe sale serve shape share shop site size skip slot soft space split stand star stay step still stuff swap tail team tent text thing tiny tool town train tree turn type wait wall ward watch water weak wife will window wish work world write wrong yard zone zones zero group groups disk disks drive drives snapshot network networks image images class classes template templates access shopped topped stepped swapped'.split(
    ' ',
  );
