#pragma once

#include "check/subject.h"

namespace yokoten {

/// Raw files that go out with columns that their source shows nowhere, without a word that they
/// may.
void check_given_files(const Subject& subject);

}  // namespace yokoten
