#ifndef DAFTAR_LOOSE_OBJECTS_H
#define DAFTAR_LOOSE_OBJECTS_H

#include <git2.h>

/// Lets an object database read its loose objects with code that always comes to an end.
///
/// libgit2 1.5 reads a loose object that is cut off in a loop without end (its zlib reports that no
/// progress is possible, which it takes for a reason to try again). What is added here is asked
/// before libgit2's own reader of loose objects and after that of packs, and answers for every
/// loose object that exists, whole or not.
///
/// `folder` is the folder of the objects, such as `.git/objects`. Returns 0, or a code of libgit2.
int daftar_read_loose_objects(git_odb *database, const char *folder);

/// Whether an index of a pack leads libgit2 outside of its pack, which ends the process.
///
/// `index` ends with `.idx`. Returns 0 for a sound index and for one that libgit2 refuses itself
/// (of another size, or not of this pack), -1 for one whose offsets lie behind the pack's end.
int daftar_check_pack_index(const char *index);

/// Whether an index of a pack names an object: 1 if so, 0 if not, -1 when the index cannot be read.
int daftar_pack_index_holds(const char *index, const git_oid *id);

#endif
