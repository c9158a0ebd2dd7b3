namespace Booking;

/// <summary>Words that a message of the clinic must not hold, whoever writes it: others may read it over a shoulder.</summary>
internal static class ForbiddenWords
{
    /// <summary>Conditions and parts of the body.</summary>
    public static readonly IReadOnlySet<string> Health = Set(
        "ache aches ankle arm arms arthritis backache chest condition conditions diagnosis disc elbow foot fracture groin hamstring hand"
        + " head headache hip hips illness injuries injury joint joints knee knees leg legs ligament lumbar migraine muscle muscles"
        + " neck nerve nerves osteoporosis pain painful pains pelvic pelvis prolapse rehab rehabilitation rib ribs sciatic sciatica"
        + " shoulder shoulders spasm spinal spine sprain stiffness strain stroke surgery symptom symptoms tendon tendons therapy"
        + " headaches ankles elbows wrists hamstrings ligaments sprains strains fractures migraines feet hands heel heels calf calves"
        + " thigh thighs toe toes finger fingers thumb thumbs jaw achilles hernia pregnancy pregnant"
        + " treatment treatments whiplash wrist acupuncture physiotherapy massage needles exercise exercises");

    public static readonly IReadOnlySet<string> Price = Set("cost costs deposit fee fees gbp pay payable payment pence pound pounds price prices");

    public static readonly IReadOnlySet<string> Promotion = Set(
        "bargain competition deal deals discount discounted discounts gift giveaway newsletter offers prize promotion promotional promotions"
        + " recommend referral review reviews sale subscribe voucher vouchers win");

    public static readonly IReadOnlySet<string> Replying = Set("reply replies replying respond responding");

    /// <summary>Verbs after which a word is what a patient would send.</summary>
    public static readonly IReadOnlySet<string> Sending = Set("answer reply respond send text type");

    public static readonly IReadOnlySet<string> BetweenVerbAndWord = Set("back by just the us with word");

    /// <summary>Answers of one word that the provider takes for itself.</summary>
    public static readonly IReadOnlySet<string> Reserved =
        Set("stop stopall unsubscribe cancel end quit revoke optout start yes unstop help info");

    /// <summary>What treatments are called that says nothing about anybody.</summary>
    public static readonly IReadOnlySet<string> Everyday = Set(
        "and appointment back book booking call clinic first follow followup for home initial length long minute minutes new nhs not"
        + " online only or other our patient patients phone private reception return session short standard telephone the to up visit"
        + " visits with your");

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
