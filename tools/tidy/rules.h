#pragma once

#include <vector>

#include "tools/tidy/finding.h"
#include "tools/tidy/source.h"

namespace callwright::tidy {

// Each rule looks at the whole tree and appends what it finds.
using Findings = std::vector<Finding>;

// floor: a room includes only rooms on lower floors. src/FLOORS and the folders of src/ agree.
// include: quoted includes are rooted at src/ and name a file that is there.
// store: a feature's store/ is private to the feature and to whoever puts the parts together.
void check_floors(const Tree& tree, const std::vector<Source>& sources, Findings& findings);

// pure: domain/ folders and language/ know no clock, chance, thread, stream or environment.
void check_purity(const std::vector<Source>& sources, Findings& findings);

// length: files and functions that fit in a head. columns: lines that fit on a screen.
// space: no tabs, trailing blanks or foreign line ends.
void check_sizes(const std::vector<Source>& sources, Findings& findings);

// word: work left undone, and words that have no place here. path: a path of one machine.
void check_words(const Tree& tree, const std::vector<Source>& sources, Findings& findings);

// code: constructs this code base does without. macro: only three macros exist.
void check_code(const std::vector<Source>& sources, Findings& findings);

// coroutine: parameters by value, no capturing lambda: a reference may die while the coroutine
// waits.
void check_coroutines(const std::vector<Source>& sources, Findings& findings);

// dead: a header nobody includes. readme: every room says what it promises.
// link: a link within the repository leads somewhere. lock: a lock file names no registry.
void check_tree(const Tree& tree, const std::vector<Source>& sources, Findings& findings);

}  // namespace callwright::tidy
