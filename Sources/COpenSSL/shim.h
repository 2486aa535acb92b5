// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>
#include <stdlib.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/decoder.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

// libcrypto's own allocations, wiped when they are freed: it parses keys through buffers that it frees as they are.
static void *coffer_crypto_malloc(size_t count, const char *file, int line) { return malloc(count); }

static void coffer_crypto_free(void *memory, const char *file, int line) {
    if (memory == NULL) return;
    OPENSSL_cleanse(memory, malloc_usable_size(memory));
    free(memory);
}

static void *coffer_crypto_realloc(void *memory, size_t count, const char *file, int line) {
    if (memory == NULL) return malloc(count);
    if (count <= malloc_usable_size(memory) && count > 0) return memory;
    void *moved = count == 0 ? NULL : malloc(count);
    if (moved != NULL) __builtin_memcpy(moved, memory, malloc_usable_size(memory));
    if (moved != NULL || count == 0) coffer_crypto_free(memory, file, line);
    return moved;
}

// 1, or 0 where libcrypto has allocated something already.
static inline int coffer_wipe_what_libcrypto_frees(void) {
    return CRYPTO_set_mem_functions(coffer_crypto_malloc, coffer_crypto_realloc, coffer_crypto_free);
}

// Swift can't read macros that are made of casts and other macros.
static const int coffer_select_key_pair = EVP_PKEY_KEYPAIR;
static const int coffer_select_public_key = EVP_PKEY_PUBLIC_KEY;
