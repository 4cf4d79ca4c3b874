#pragma once

#include "check/subject.h"

namespace yokoten {

/// Notes, one a table and rule, on what makes a table hard to read for machines, by the check list
/// of the Ministry of Internal Affairs (統計表における機械判読可能なデータの表記方法の統一ルール,
/// 2020): where it begins, how often, how to mend it, with the rule's number. Codes `readable.*`.
void note_readability(const Subject& subject);

}  // namespace yokoten
