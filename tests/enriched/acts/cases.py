"""Sentences of diplomacy in nine languages and the acts that they tell: kind, status, sides.

Each case is a headline, a body, and the acts as 'kind status SIDES', in any order; no acts means that none is told.
"""

PUBLISHED = "2024-05-16"

CASES: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {
    "en": [
        (
            "Greek and Turkish ministers meet",
            "Greek Foreign Minister Giorgos Gerapetritis met his Turkish counterpart Hakan Fidan in Ankara on Monday.",
            ("meeting held GR TR",),
        ),
        (
            "Talks ahead",
            "Japanese Foreign Minister Yoko Kamikawa will meet Indian Foreign Minister Subrahmanyam Jaishankar in Tokyo on 28 May.",
            ("meeting planned IN JP",),
        ),
        ("No talks", "Serbian President Aleksandar Vucic did not meet Kosovo Prime Minister Albin Kurti in Brussels.", ()),
        ("Ready for talks", "Egyptian Foreign Minister Sameh Shoukry could meet Ethiopian Foreign Minister Taye Atske Selassie.", ()),
        (
            "Visit off",
            "The visit of Polish President Andrzej Duda to China, planned for 20 May, has been postponed.",
            ("visit cancelled CN PL",),
        ),
        (
            "Phone call",
            "French President Emmanuel Macron spoke by phone with Brazilian President Luiz Inacio Lula da Silva on Tuesday.",
            ("call held BR FR",),
        ),
        (
            "Consultations",
            "Political consultations between Georgia and Austria were held in Tbilisi on 14 May.",
            ("consultations held AT GE",),
        ),
        ("Agreement", "Norway and Chile signed an agreement on maritime transport in Oslo on 13 May.", ("signing held CL NO",)),
        (
            "Envoy",
            "The new ambassador of Peru to Kenya, Julio Garro, presented his credentials to President William Ruto in Nairobi on 15 May.",
            ("credentials held KE PE",),
        ),
        (
            "New minister",
            "President Nayib Bukele appointed Alexandra Hill as foreign minister of El Salvador on Wednesday.",
            ("appointment held SV",),
        ),
        ("Summit", "The 12th summit of the Organization of Turkic States will be held in Azerbaijan in October.", ("conference planned",)),
        ("Court", "The shareholders of the company met in Berlin on Monday to discuss earnings.", ()),
        ("Football", "The coach met the players of the Spanish team before the match on Sunday.", ()),
        (
            "Denial",
            "The ministry denied that Iranian Foreign Minister Abbas Araghchi had met the Saudi Foreign Minister Faisal bin Farhan.",
            (),
        ),
    ],
    "es": [
        (
            "Reunión en Lima",
            "El canciller peruano, Hugo de Zela, se reunió el lunes en Lima con su homólogo noruego, Espen Barth Eide.",
            ("meeting held NO PE",),
        ),
        (
            "Encuentro previsto",
            "El ministro de Exteriores de Japón, Yoko Kamikawa, se reunirá el 28 de mayo en Tokio con el canciller de la India, Subrahmanyam Jaishankar.",
            ("meeting planned IN JP",),
        ),
        (
            "Sin reunión",
            "El presidente serbio, Aleksandar Vucic, no se reunió en Bruselas con el primer ministro kosovar, Albin Kurti.",
            (),
        ),
        (
            "Visita aplazada",
            "La visita del presidente de Polonia, Andrzej Duda, a China, prevista para el 20 de mayo, ha sido aplazada.",
            ("visit cancelled CN PL",),
        ),
        (
            "Llamada",
            "El presidente francés, Emmanuel Macron, habló por teléfono el martes con el presidente de Brasil, Luiz Inácio Lula da Silva.",
            ("call held BR FR",),
        ),
        ("Consultas", "Georgia y Austria celebraron consultas políticas en Tiflis el 14 de mayo.", ("consultations held AT GE",)),
        ("Acuerdo", "Noruega y Chile firmaron el 13 de mayo en Oslo un acuerdo sobre transporte marítimo.", ("signing held CL NO",)),
        (
            "Cartas credenciales",
            "El embajador del Perú en Kenia, Julio Garro, presentó sus cartas credenciales al presidente William Ruto el 15 de mayo en Nairobi.",
            ("credentials held KE PE",),
        ),
        (
            "Nueva canciller",
            "El presidente Nayib Bukele nombró el miércoles a Alexandra Hill ministra de Relaciones Exteriores de El Salvador.",
            ("appointment held SV",),
        ),
        ("Fútbol", "El entrenador se reunió con los jugadores del equipo español antes del partido del domingo.", ()),
    ],
    "fr": [
        (
            "Rencontre à Rabat",
            "Le ministre marocain des Affaires étrangères, Nasser Bourita, a rencontré lundi à Rabat son homologue espagnol, José Manuel Albares.",
            ("meeting held ES MA",),
        ),
        ("Visite prévue", "Le président sénégalais Bassirou Diomaye Faye se rendra en France le 24 juin.", ("visit planned FR SN",)),
        (
            "Visite reportée",
            "La visite du président brésilien Lula da Silva au Chili, prévue le 17 mai, a été reportée.",
            ("visit cancelled BR CL",),
        ),
        ("Pas de rencontre", "Le président russe Vladimir Poutine n'a pas rencontré le président ukrainien Volodymyr Zelensky.", ()),
        (
            "Entretien téléphonique",
            "Le président Emmanuel Macron s'est entretenu par téléphone avec le président égyptien Abdel Fattah al-Sissi mardi.",
            ("call held EG FR",),
        ),
        ("Accord", "La Belgique et le Rwanda ont signé un accord de coopération à Bruxelles le 14 mai.", ("signing held BE RW",)),
        ("Sommet", "Le 19e sommet de la Francophonie se tiendra en France en octobre.", ("conference planned",)),
        (
            "Créance",
            "L'ambassadeur du Japon au Sénégal, Osamu Izawa, a présenté ses lettres de créance au président Bassirou Diomaye Faye le 13 mai.",
            ("credentials held JP SN",),
        ),
    ],
    "de": [
        (
            "Treffen in Wien",
            "Der österreichische Außenminister Alexander Schallenberg traf am Montag in Wien seinen tschechischen Amtskollegen Jan Lipavský.",
            ("meeting held AT CZ",),
        ),
        ("Reise geplant", "Bundesaußenministerin Annalena Baerbock wird am 21. Mai nach Kiew reisen.", ("visit planned DE UA",)),
        ("Besuch verschoben", "Der Besuch des polnischen Präsidenten Andrzej Duda in Indien wurde verschoben.", ("visit cancelled IN PL",)),
        (
            "Kein Treffen",
            "Der serbische Präsident Aleksandar Vučić hat sich mit dem kroatischen Premierminister Andrej Plenković nicht getroffen.",
            (),
        ),
        (
            "Telefonat",
            "Bundeskanzler Olaf Scholz telefonierte am Dienstag mit dem türkischen Präsidenten Recep Tayyip Erdogan.",
            ("call held DE TR",),
        ),
        ("Abkommen", "Deutschland und Kenia unterzeichneten am 14. Mai in Berlin ein Abkommen über Migration.", ("signing held DE KE",)),
        (
            "Konsultationen",
            "Am 13. Mai fanden in Tallinn politische Konsultationen zwischen Estland und Japan statt.",
            ("consultations held EE JP",),
        ),
        (
            "Ernennung",
            "Präsident Alexander Van der Bellen ernannte am Mittwoch Alexander Schallenberg zum Außenminister.",
            ("appointment held AT",),
        ),
    ],
    "ru": [
        (
            "Встреча в Москве",
            "Министр иностранных дел России Сергей Лавров встретился в Москве с министром иностранных дел Сирии Фейсалом Микдадом 14 мая.",
            ("meeting held RU SY",),
        ),
        ("Визит", "Президент Узбекистана Шавкат Мирзиёев посетит Турцию 6 июня.", ("visit planned TR UZ",)),
        ("Визит отложен", "Визит президента Ирана Масуда Пезешкиана в Армению отложен.", ("visit cancelled AM IR",)),
        (
            "Встречи не было",
            "Министр иностранных дел Армении Арарат Мирзоян не встречался с министром иностранных дел Азербайджана Джейхуном Байрамовым.",
            (),
        ),
        (
            "Разговор",
            "Президент России Владимир Путин провел телефонный разговор с президентом Бразилии Луисом Инасиу Лулой да Силвой.",
            ("call held BR RU",),
        ),
        ("Соглашение", "Казахстан и Венгрия подписали соглашение о сотрудничестве в Астане 13 мая.", ("signing held HU KZ",)),
        (
            "Консультации",
            "В Минске 15 мая состоялись политические консультации между Белоруссией и Египтом.",
            ("consultations held BY EG",),
        ),
        ("Саммит", "Саммит ШОС пройдет в Астане 3 июля.", ("conference planned",)),
        (
            "Назначение",
            "Президент Казахстана Касым-Жомарт Токаев назначил Мурата Нуртлеу министром иностранных дел.",
            ("appointment held KZ",),
        ),
    ],
    "az": [
        (
            "Görüş",
            "Xarici işlər naziri Ceyhun Bayramov mayın 14-də Bakıda Gürcüstanın xarici işlər naziri İlia Darçiaşvili ilə görüşüb.",
            ("meeting held AZ GE",),
        ),
        ("Səfər", "Qazaxıstan Prezidenti Kasım-Jomart Tokayev iyunun 5-də Türkiyəyə səfər edəcək.", ("visit planned KZ TR",)),
        ("Təxirə salınıb", "Pakistan Baş naziri Şahbaz Şərifin Çinə səfəri təxirə salınıb.", ("visit cancelled CN PK",)),
        ("Görüş olmayıb", "Ermənistanın xarici işlər naziri Ararat Mirzoyan Rusiyanın xarici işlər naziri Sergey Lavrovla görüşməyib.", ()),
        (
            "Telefon danışığı",
            "Prezident İlham Əliyevlə Türkiyə Prezidenti Rəcəb Tayyib Ərdoğan arasında telefon danışığı olub.",
            ("call held AZ TR",),
        ),
        ("Saziş", "Azərbaycan və Macarıstan mayın 13-də Budapeştdə əməkdaşlıq haqqında saziş imzalayıb.", ("signing held AZ HU",)),
        (
            "Məsləhətləşmələr",
            "Azərbaycan ilə Yaponiya arasında siyasi məsləhətləşmələr mayın 15-də Tokioda keçirilib.",
            ("consultations held AZ JP",),
        ),
        ("Sammit", "Türk Dövlətləri Təşkilatının 11-ci zirvə görüşü noyabrda Bişkekdə keçiriləcək.", ("conference planned",)),
    ],
    "tr": [
        (
            "Görüşme",
            "Dışişleri Bakanı Hakan Fidan, 14 Mayıs'ta Ankara'da Irak Dışişleri Bakanı Fuad Hüseyin ile görüştü.",
            ("meeting held IQ TR",),
        ),
        ("Ziyaret", "Macaristan Başbakanı Viktor Orban 20 Mayıs'ta Sırbistan'ı ziyaret edecek.", ("visit planned HU RS",)),
        ("Ertelendi", "Cumhurbaşkanı Recep Tayyip Erdoğan'ın ABD'ye ziyareti ertelendi.", ("visit cancelled TR US",)),
        ("Görüşmedi", "Ermenistan Dışişleri Bakanı Ararat Mirzoyan, Azerbaycan Dışişleri Bakanı Ceyhun Bayramov ile görüşmedi.", ()),
        (
            "Telefon",
            "Dışişleri Bakanı Hakan Fidan, İran Dışişleri Bakanı Hüseyin Emir Abdullahiyan ile telefonda görüştü.",
            ("call held IR TR",),
        ),
        ("Anlaşma", "Türkiye ile Katar arasında 13 Mayıs'ta Doha'da iş birliği anlaşması imzalandı.", ("signing held QA TR",)),
        ("Zirve", "Türk Devletleri Teşkilatı'nın 11. Zirvesi kasım ayında Bişkek'te yapılacak.", ("conference planned",)),
    ],
    "fa": [
        (
            "دیدار",
            "حسین امیرعبداللهیان وزیر امور خارجه ایران روز دوشنبه در تهران با هاکان فیدان وزیر امور خارجه ترکیه دیدار کرد.",
            ("meeting held IR TR",),
        ),
        ("سفر", "مسعود پزشکیان رئیس‌جمهور ایران هفته آینده به پاکستان سفر خواهد کرد.", ("visit planned IR PK",)),
        ("تعویق", "سفر فؤاد حسین وزیر خارجه عراق به ایران به تعویق افتاد.", ("visit cancelled IQ IR",)),
        ("دیدار نشد", "عباس عراقچی وزیر امور خارجه ایران با مارکو روبیو وزیر خارجه آمریکا دیدار نکرد.", ()),
        ("تلفن", "حسین امیرعبداللهیان وزیر امور خارجه ایران با سرگئی لاوروف وزیر امور خارجه روسیه تلفنی گفت‌وگو کرد.", ("call held IR RU",)),
        ("اجلاس", "اجلاس سران سازمان همکاری شانگهای در ماه ژوئیه در قزاقستان برگزار خواهد شد.", ("conference planned",)),
        (
            "تیلفون",
            "امیرخان متقی وزیر امور خارجه افغانستان با بختیار سعیدوف وزیر امور خارجه ازبیکستان تیلفونی گفتگو کرد.",
            ("call held AF UZ",),
        ),
        ("دوشنبه", "آرارات میرزویان وزیر خارجه ارمنستان روز دوشنبه به شهر دوشنبه سفر کرد.", ("visit held AM TJ",)),
        ("استقبال", "محمد اسحاق دار وزیر خارجه پاکستان مورد استقبال همتای ایرانی خود قرار گرفت.", ()),
    ],
    "ar": [
        ("لقاء", "التقى وزير الخارجية المصري سامح شكري في القاهرة يوم الاثنين نظيره الأردني أيمن الصفدي.", ("meeting held EG JO",)),
        ("زيارة", "سيزور الرئيس التركي رجب طيب أردوغان العراق يوم 22 مايو.", ("visit planned IQ TR",)),
        ("تأجيل", "تأجلت زيارة الرئيس الفرنسي إيمانويل ماكرون إلى الجزائر.", ("visit cancelled DZ FR",)),
        ("لم يلتق", "لم يلتق وزير الخارجية السوري فيصل المقداد وزير الخارجية التركي هاكان فيدان.", ()),
        (
            "اتصال",
            "أجرى وزير الخارجية السعودي فيصل بن فرحان اتصالا هاتفيا مع وزير الخارجية الإيراني حسين أمير عبد اللهيان.",
            ("call held IR SA",),
        ),
        ("اتفاقية", "وقعت قطر والمغرب اتفاقية للتعاون في الدوحة يوم 14 مايو.", ("signing held MA QA",)),
        ("قمة", "ستعقد القمة العربية في البحرين يوم 20 مايو.", ("conference planned",)),
        (
            "اجتماع",
            "اجتمع معالي الشيخ محمد بن عبدالرحمن بن جاسم آل ثاني رئيس مجلس الوزراء وزير الخارجية القطري اليوم مع السيد أيمن الصفدي وزير خارجية الأردن.",
            ("meeting held JO QA",),
        ),
        (
            "أوراق اعتماد",
            "تسلم السلطان هيثم بن طارق سلطان عمان أوراق اعتماد سفيرة مملكة النرويج كارين هانسن، وسفير جمهورية كينيا جوزيف موانغي.",
            ("credentials held KE NO OM",),
        ),
        ("وزارة", "أعلنت وزارة الخارجية المصرية موقفها، وقال فيصل بن فرحان إنه يتابع.", ()),
    ],
}
