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
        "bargain bargains bogof bonus cent competition competitions complimentary coupon coupons deal deals discount discounted discounting"
        + " discounts free freebie freebies gift gifts giveaway giveaways newsletter newsletters offer offering offers percent prize prizes"
        + " promo promos promotion promotional promotions raffle recommend referral referrals review reviews reward rewards sale sales"
        + " special specials subscribe voucher vouchers win winner");

    /// <summary>After these it is a time that is free, or somebody; nothing is given away.</summary>
    public static readonly IReadOnlySet<string> BeforeFree = Set("become becomes came come comes coming feel time times you");

    /// <summary>Before these too: "free at ten", "free until Monday".</summary>
    public static readonly IReadOnlySet<string> AfterFree = Set("again at between cancellation from if on until");

    /// <summary>Who may do these free of charge is told a rule of the house.</summary>
    public static readonly IReadOnlySet<string> FreeOfCharge = Set("call cancel cancelled change changed move moved phone ring");

    /// <summary>After these "off" is what a price is less.</summary>
    public static readonly IReadOnlySet<string> BeforeOff = Set("half money");

    public static readonly IReadOnlySet<string> Replying = Set("reply replies replying respond responding");

    /// <summary>Verbs after which a word is what a patient would send.</summary>
    public static readonly IReadOnlySet<string> Sending = Set("answer message reply respond send sms text txt type write");

    public static readonly IReadOnlySet<string> BetweenVerbAndWord = Set("back by just the us with word");

    /// <summary>What is sent.</summary>
    public static readonly IReadOnlySet<string> Texts = Set("message sms text txt");

    /// <summary>What else may stand between them where a text is asked for.</summary>
    public static readonly IReadOnlySet<string> BetweenVerbAndAnswer = Set("a an code digit me message number sms text this txt");

    /// <summary>Who is texted, where a text is asked for.</summary>
    public static readonly IReadOnlySet<string> Us = Set("back me us");

    /// <summary>After these come a telephone or an address of another kind.</summary>
    public static readonly IReadOnlySet<string> Elsewhere = Set("at on via");

    /// <summary>After these it is the clinic that sends, or the text itself that is meant.</summary>
    public static readonly IReadOnlySet<string> NotAsking = Set("a by each i ll not one our that the this we will your");

    /// <summary>What a patient would send as an answer.</summary>
    public static readonly IReadOnlySet<string> Answers = Set("accept confirm n no ok okay one two y yes");

    /// <summary>Answers of one word that the provider takes for itself.</summary>
    public static readonly IReadOnlySet<string> Reserved =
        Set("stop stopall unsubscribe cancel end quit revoke optout start yes unstop help info");

    /// <summary>What treatments are called that says nothing about anybody.</summary>
    public static readonly IReadOnlySet<string> Everyday = Set(
        "and appointment back book booking call clinic first follow followup for home initial length long minute minutes new nhs not"
        + " online only or other our patient patients phone private reception return session short standard telephone the to up visit"
        + " visits with your");

    private static HashSet<string> Set(string words) => new(words.Split(' '), ReadsAlike.Instance);
}
