#include "base/packed_decimal.h"

namespace yokoten {

void PackedDecimal::note_taken() const { taken_numbers->push_back(this); }

}  // namespace yokoten
