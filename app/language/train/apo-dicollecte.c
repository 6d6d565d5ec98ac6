/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dicollecte.h"

#include <string.h>

/* The tags of the French dictionary of Dicollecte (O. R., grammalecte.net). */
static const struct {
  const char *tag;
  ApoPos pos;
  ApoNameKind kind;
} POSES[] = {
  { "nom", APO_POS_NOUN, 0 }, { "titr", APO_POS_NOUN, 0 }, { "adj", APO_POS_ADJ, 0 },
  { "adv", APO_POS_ADV, 0 }, { "negadv", APO_POS_ADV, 0 }, { "advint", APO_POS_ADV, 0 },
  { "npr", APO_POS_PROPN, APO_NAME_ANY }, { "prn", APO_POS_PROPN, APO_NAME_GIVEN },
  { "patr", APO_POS_PROPN, APO_NAME_FAMILY }, { "interj", APO_POS_INTJ, 0 },
  { "nb", APO_POS_NUM, 0 }, { "nbro", APO_POS_NUM, 0 }, { "prep", APO_POS_ADP, 0 },
  { "prepv", APO_POS_ADP, 0 }, { "properobj", APO_POS_PRON, 0 }, { "propersuj", APO_POS_PRON, 0 },
  { "proind", APO_POS_PRON, 0 }, { "prodem", APO_POS_PRON, 0 }, { "prorel", APO_POS_PRON, 0 },
  { "proint", APO_POS_PRON, 0 }, { "proneg", APO_POS_PRON, 0 }, { "proadv", APO_POS_PRON, 0 },
  { "det", APO_POS_DET, 0 }, { "detind", APO_POS_DET, 0 }, { "detpos", APO_POS_DET, 0 },
  { "detdem", APO_POS_DET, 0 }, { "detneg", APO_POS_DET, 0 }, { "detex", APO_POS_DET, 0 },
  { "cjsub", APO_POS_SCONJ, 0 }, { "cjco", APO_POS_CCONJ, 0 }, { "cj", APO_POS_CCONJ, 0 },
  { "pfx", APO_POS_X, 0 }, { "sign", APO_POS_SYM, 0 }, { "ponc", APO_POS_PUNCT, 0 },
};

static const struct {
  const char *tag;
  guint form;
} FORMS[] = {
  { "infi", APO_VERB_INFINITIVE }, { "ipre", APO_VERB_PRESENT }, { "iimp", APO_VERB_IMPERFECT },
  { "ifut", APO_VERB_FUTURE }, { "cond", APO_VERB_CONDITIONAL }, { "ipsi", APO_VERB_PAST },
  { "spre", APO_VERB_SUBJUNCTIVE }, { "simp", APO_VERB_SUBJUNCTIVE },
  { "ppas", APO_VERB_PARTICIPLE }, { "ppre", APO_VERB_GERUND }, { "impe", APO_VERB_IMPERATIVE },
};

static const struct {
  const char *tag;
  guint morph;
} MORPHS[] = {
  { "mas", APO_MORPH_MASCULINE }, { "fem", APO_MORPH_FEMININE },
  { "epi", APO_MORPH_MASCULINE | APO_MORPH_FEMININE }, { "sg", APO_MORPH_SINGULAR },
  { "pl", APO_MORPH_PLURAL }, { "inv", APO_MORPH_SINGULAR | APO_MORPH_PLURAL },
  { "1sg", APO_MORPH_FIRST | APO_MORPH_SINGULAR }, { "2sg", APO_MORPH_SECOND | APO_MORPH_SINGULAR },
  { "3sg", APO_MORPH_THIRD | APO_MORPH_SINGULAR }, { "1pl", APO_MORPH_FIRST | APO_MORPH_PLURAL },
  { "2pl", APO_MORPH_SECOND | APO_MORPH_PLURAL }, { "3pl", APO_MORPH_THIRD | APO_MORPH_PLURAL },
  { "3pl!", APO_MORPH_THIRD | APO_MORPH_PLURAL }, { "1pe", APO_MORPH_FIRST },
  { "2pe", APO_MORPH_SECOND }, { "3pe", APO_MORPH_THIRD },
};

static void
add (GArray      *readings,
     ApoPos       pos,
     guint        form,
     guint        morph,
     ApoNameKind  kind)
{
  ApoLexicalReading reading = apo_lexical_reading_make (apo_tag_make (pos, form), morph, kind);

  g_array_append_val (readings, reading);
}

/* `v0a…` and `v0e…`: avoir and être help other verbs too. */
static void
add_verb (GArray             *readings,
          const char         *verb,
          const char * const *tags,
          guint               morph)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    if (g_strv_contains (tags, FORMS[i].tag))
      {
        add (readings, APO_POS_VERB, FORMS[i].form, morph, 0);
        if (verb[1] == '0')
          add (readings, APO_POS_AUX, FORMS[i].form, morph, 0);
      }
}

/**
 * apo_dicollecte_read:
 * @morph: the tags of one form
 * @readings: (element-type ApoLexicalReading): gets the readings that they stand for
 */
void
apo_dicollecte_read (const char *form,
                     const char *morph,
                     GArray     *readings)
{
  g_auto (GStrv) cells = g_strsplit (morph, " ", -1);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  const char *verb = NULL;
  guint flags = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    if (g_str_has_prefix (cells[i], "po:") || g_str_has_prefix (cells[i], "is:"))
      {
        char *tag = cells[i] + 3;

        g_ptr_array_add (tags, g_str_has_prefix (tag, "loc.") ? tag + 4 : tag);
        if (tag[0] == 'v' && g_ascii_isdigit (tag[1]))
          verb = tag;
      }
  g_ptr_array_add (tags, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (MORPHS); i++)
    if (g_strv_contains ((const char * const *) tags->pdata, MORPHS[i].tag))
      flags |= MORPHS[i].morph;

  if (verb != NULL)
    add_verb (readings, verb, (const char * const *) tags->pdata, flags);

  for (guint i = 0; i < G_N_ELEMENTS (POSES); i++)
    if (g_strv_contains ((const char * const *) tags->pdata, POSES[i].tag))
      {
        add (readings, POSES[i].pos, 0, flags, POSES[i].kind);
        /* « France » is a noun to the dictionary */
        if (POSES[i].pos == APO_POS_NOUN && g_unichar_isupper (g_utf8_get_char (form)))
          add (readings, APO_POS_PROPN, 0, flags, APO_NAME_ANY);
      }
}
